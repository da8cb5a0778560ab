using GuruReports.Hosting.Redaction;
using GuruReports.Inspection.Snapshot.Model;
using GuruReports.Inspection.Threads;

namespace GuruReports.Hosting;

/// <summary>What a generator may know of the report that it makes a section for.</summary>
public sealed class ReportContext
{
    /// <summary>Gets the report's identifier.</summary>
    public required string ReportId { get; init; }

    /// <summary>Gets what asked for the report.</summary>
    public required string Reason { get; init; }

    /// <summary>Gets the moment at which the report began, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets what masks secrets. Values shown by key go through it; texts are scrubbed once more by the pipeline.</summary>
    public required IRedactor Redactor { get; init; }

    /// <summary>Gets the token that is cancelled when four fifths of the section's time are over: long work should end then, and return the part that it has.</summary>
    public CancellationToken Cancellation { get; init; }

    /// <summary>Gets the settings of the report.</summary>
    internal GuruMeditationOptions Options { get; init; } = new();

    /// <summary>Gets the captures of the threads made when the report began, the oldest first; after the snapshot was read, the last one is joined with it.</summary>
    internal IReadOnlyList<ThreadCapture> ThreadCaptures { get; init; } = [];

    /// <summary>Gets why there is no capture of the threads; null when there is one.</summary>
    internal string? ThreadsUnavailable { get; init; }

    /// <summary>Gets what the snapshot told; null while it is not read, and where there is none.</summary>
    internal SnapshotResult? Snapshot { get; init; }

    /// <summary>Gets why there is no snapshot; null when there is one or it is still being read.</summary>
    internal string? SnapshotUnavailable { get; init; }
}
