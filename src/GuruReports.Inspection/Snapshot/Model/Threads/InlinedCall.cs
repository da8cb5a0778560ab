namespace GuruReports.Inspection.Snapshot.Model.Threads;

/// <summary>A call from a dynamic method into the service's code that no frame shows: the called method was compiled into it.</summary>
internal sealed record InlinedCall
{
    /// <summary>The name of the dynamic method.</summary>
    public required string Into { get; init; }

    /// <summary>The method called, with its file; the line is not known.</summary>
    public required SnapshotFrame Called { get; init; }
}
