using GuruReports.Inspection.Snapshot.Model;

namespace GuruReports.Inspection.Snapshot;

/// <summary>How one attempt ended.</summary>
/// <param name="Result">What was read, or null.</param>
/// <param name="Reason">Why nothing was read, or null.</param>
/// <param name="MayRetry">True when another helper could do better: the first hung, crashed or talked rubbish.</param>
internal sealed record AttemptOutcome(SnapshotResult? Result, string? Reason, bool MayRetry)
{
    /// <summary>Gets whether the program itself cannot run here: the system does not execute it, or it ended before its first word.</summary>
    public bool CannotRun { get; init; }

    public static AttemptOutcome Read(SnapshotResult result) => new(result, null, false);

    public static AttemptOutcome Refused(string reason) => new(null, reason, false);

    public static AttemptOutcome Failed(string reason) => new(null, reason, true);
}
