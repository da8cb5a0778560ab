using GuruReports.SnapshotReader.KnownTypes;
using GuruReports.SnapshotReader.Runtime;
using Microsoft.Diagnostics.Runtime;

namespace GuruReports.SnapshotReader.Analysis.Memory;

/// <summary>What is known of the objects with one method table.</summary>
internal sealed class ObjectKind
{
    private const ulong Smallest = 24;
    private bool? _isCollection;

    public required ulong MethodTable { get; init; }

    public required ClrType Type { get; init; }

    /// <summary>The index of the kind, from 0, in the order in which kinds were met.</summary>
    public required int Index { get; init; }

    public required uint BaseSize { get; init; }

    /// <summary>The size of an element; 0 for what is no array and no string.</summary>
    public required uint ComponentSize { get; init; }

    public required ObjectRoles Roles { get; init; }

    /// <summary>What it is to the rows of libraries.</summary>
    public required KnownRole[] Rows { get; init; }

    /// <summary>The types of the runtime's table that it is of, itself first, then those that it inherits from.</summary>
    public required IReadOnlyList<RuntimeType> Known { get; init; }

    /// <summary>The entry of exactly this type; null when it has none.</summary>
    public required RuntimeType? Exact { get; init; }

    /// <summary>How many the walk has met, and how large they are together.</summary>
    public long Count { get; set; }

    public long Bytes { get; set; }

    /// <summary>How many the walk has kept for the table of known types.</summary>
    public int Kept { get; set; }

    public string Name => Type.Name ?? "?";

    /// <summary>Whether it is a collection of the class library, or a part of one.</summary>
    public bool IsPartOfCollection => Name.StartsWith("System.Collections.", StringComparison.Ordinal);

    /// <summary>Whether it is a collection of the class library, or a part of one, or a delegate, which keeps a list of handlers.</summary>
    public bool IsCollection => _isCollection ??= IsPartOfCollection || Type.BaseType?.Name == "System.MulticastDelegate";

    /// <summary>True for a type of the table and all that inherit from it.</summary>
    public bool Is(RuntimeType type) => Known.Contains(type);

    /// <summary>True for all types that a row speaks of.</summary>
    public bool IsOf(KnownType row) => Array.Exists(Rows, role => ReferenceEquals(role.Row, row));

    /// <summary>True for a type that is a part of a row.</summary>
    public bool Is(KnownType row, KnownPart part) => Array.Exists(Rows, role => role.Part == part && ReferenceEquals(role.Row, row));

    /// <summary>The rows of one sort to which it is a part, the more special ones first.</summary>
    public IEnumerable<T> RowsOf<T>(KnownPart part)
        where T : KnownType => Rows.Where(role => role.Part == part).Select(static role => role.Row).OfType<T>();

    /// <summary>The size of an object of this kind whose second word is that length; what has no length ignores it.</summary>
    public ulong SizeOf(uint length)
    {
        var size = (BaseSize + ((ulong)ComponentSize * length) + 7) & ~7UL;
        return size < Smallest ? Smallest : size;
    }
}
