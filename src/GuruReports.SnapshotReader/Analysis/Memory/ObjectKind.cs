using Microsoft.Diagnostics.Runtime;

namespace GuruReports.SnapshotReader.Analysis.Memory;

/// <summary>What is known of the objects with one method table.</summary>
internal sealed class ObjectKind
{
    public required ulong MethodTable { get; init; }

    public required ClrType Type { get; init; }

    /// <summary>The index of the kind, from 0, in the order in which kinds were met.</summary>
    public required int Index { get; init; }

    public required uint BaseSize { get; init; }

    /// <summary>The size of an element; 0 for what is no array and no string.</summary>
    public required uint ComponentSize { get; init; }

    public required ObjectRoles Roles { get; init; }

    public string Name => Type.Name ?? "?";
}
