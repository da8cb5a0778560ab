using GuruReports.Inspection.Vocabulary;

namespace GuruReports.Inspection.Snapshot.Model.Threads;

/// <summary>A managed frame of a thread.</summary>
internal sealed record SnapshotFrame : IOwned
{
    /// <summary>The method as written, with its type and parameters.</summary>
    public required string Method { get; init; }

    /// <summary>The source file; null when unknown.</summary>
    public string? File { get; init; }

    /// <summary>The source line; null when unknown.</summary>
    public int? Line { get; init; }

    /// <summary>Whose code the method is.</summary>
    public required CodeOwner Owner { get; init; }
}
