namespace GuruReports.Inspection.Snapshot.Model.Threads;

/// <summary>A managed frame of a thread.</summary>
public sealed record SnapshotFrame
{
    /// <summary>The method as written, with its type and parameters.</summary>
    public required string Method { get; init; }

    /// <summary>The source file; null when unknown.</summary>
    public string? File { get; init; }

    /// <summary>The source line; null when unknown.</summary>
    public int? Line { get; init; }

    /// <summary>True for methods of the shared framework.</summary>
    public required bool IsFramework { get; init; }
}
