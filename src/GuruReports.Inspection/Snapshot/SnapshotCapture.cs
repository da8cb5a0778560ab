using System.Diagnostics.CodeAnalysis;
using GuruReports.Inspection.Snapshot.Model;

namespace GuruReports.Inspection.Snapshot;

/// <summary>A snapshot that was read, or why there is none.</summary>
internal sealed record SnapshotCapture
{
    /// <summary>Gets what was read; null when <see cref="UnavailableReason"/> says why not.</summary>
    public SnapshotResult? Result { get; init; }

    /// <summary>Gets why there is no result, with the numbers that decided; null when there is one.</summary>
    public string? UnavailableReason { get; init; }

    /// <summary>Gets whether there is a result.</summary>
    [MemberNotNullWhen(true, nameof(Result))]
    [MemberNotNullWhen(false, nameof(UnavailableReason))]
    public bool IsAvailable => Result is not null;

    /// <summary>Gets when the image was taken, in UTC; null when none was.</summary>
    public DateTimeOffset? TakenAt { get; init; }

    /// <summary>Gets how long the process was held up: the sum over the images taken. Zero when none was.</summary>
    public TimeSpan Paused { get; init; }

    /// <summary>Gets the time from the request to the result.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>Gets the number of helpers that were started: 0 when refused before, 2 when the first hung or crashed.</summary>
    public int Attempts { get; init; }

    /// <summary>Gets the stages on the service's side, in order.</summary>
    public IReadOnlyList<StageTiming> Stages { get; init; } = [];

    /// <summary>Gets what a reader should know, as sentences: a second attempt, a limit that was met.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
