using GuruReports.Inspection.Snapshot.Model;

namespace GuruReports.Hosting.Pipeline.Collecting;

/// <summary>What became of a report's snapshot.</summary>
/// <param name="Result">What was read; null when nothing was, or not yet.</param>
/// <param name="Unavailable">Why nothing was read; null when something was, or not yet.</param>
internal sealed record SnapshotOutcome(SnapshotResult? Result, string? Unavailable)
{
    /// <summary>Gets what the reader of the report should know of the snapshot.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Gets the outcome while the snapshot is being read.</summary>
    public static SnapshotOutcome Pending { get; } = new(null, null);
}
