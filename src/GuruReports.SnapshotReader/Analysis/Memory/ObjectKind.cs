using GuruReports.SnapshotReader.Runtime;
using Microsoft.Diagnostics.Runtime;

namespace GuruReports.SnapshotReader.Analysis.Memory;

/// <summary>What is known of the objects with one method table.</summary>
internal sealed class ObjectKind
{
    private const ulong Smallest = 24;

    public required ulong MethodTable { get; init; }

    public required ClrType Type { get; init; }

    /// <summary>The index of the kind, from 0, in the order in which kinds were met.</summary>
    public required int Index { get; init; }

    public required uint BaseSize { get; init; }

    /// <summary>The size of an element; 0 for what is no array and no string.</summary>
    public required uint ComponentSize { get; init; }

    public required ObjectRoles Roles { get; init; }

    /// <summary>The types of the table that it is of, itself first, then those that it inherits from.</summary>
    public required IReadOnlyList<RuntimeType> Known { get; init; }

    /// <summary>The entry of exactly this type; null when it has none.</summary>
    public required RuntimeType? Exact { get; init; }

    /// <summary>How many the walk has met, and how large they are together.</summary>
    public long Count { get; set; }

    public long Bytes { get; set; }

    public string Name => Type.Name ?? "?";

    /// <summary>True for a type of the table and all that inherit from it.</summary>
    public bool Is(RuntimeType type) => Known.Contains(type);

    /// <summary>The size of an object of this kind whose second word is that length; what has no length ignores it.</summary>
    public ulong SizeOf(uint length)
    {
        var size = (BaseSize + ((ulong)ComponentSize * length) + 7) & ~7UL;
        return size < Smallest ? Smallest : size;
    }
}
