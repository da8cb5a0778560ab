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

    /// <summary>How many the walk has met, and how large they are together.</summary>
    public long Count { get; set; }

    public long Bytes { get; set; }

    public string Name => Type.Name ?? "?";

    /// <summary>The size of an object of this kind whose second word is that length; what has no length ignores it.</summary>
    public ulong SizeOf(uint length)
    {
        var size = (BaseSize + ((ulong)ComponentSize * length) + 7) & ~7UL;
        return size < Smallest ? Smallest : size;
    }
}
