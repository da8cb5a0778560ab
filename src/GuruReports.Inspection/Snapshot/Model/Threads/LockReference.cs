namespace GuruReports.Inspection.Snapshot.Model.Threads;

/// <summary>Names a lock.</summary>
internal sealed record LockReference
{
    /// <summary>Its kind.</summary>
    public required LockKind Kind { get; init; }

    /// <summary>The address of the object.</summary>
    public required ulong Address { get; init; }

    /// <summary>The type of the object.</summary>
    public required string TypeName { get; init; }
}
