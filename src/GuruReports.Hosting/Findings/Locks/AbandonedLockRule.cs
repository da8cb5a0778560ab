using GuruReports.Hosting.Model;
using GuruReports.Inspection.Snapshot.Model;

namespace GuruReports.Hosting.Findings.Locks;

/// <summary>GURU028: a lock whose holder has ended; nobody will ever release it.</summary>
internal sealed class AbandonedLockRule : IFindingRule
{
    public IEnumerable<Finding> Evaluate(Report report)
    {
        var index = StackIndex.Of(report);
        return (index.Snapshot?.Locks ?? []).Where(IsAbandoned).Select(held => Describe(held, index));
    }

    // The reader gives a reason only for a lock that is held and whose holder it looked for; readers and semaphores have none to look for.
    private static bool IsAbandoned(SnapshotLock held) =>
        held is { Owner: null, OwnerUnknown: not null, Readers: null or 0, Kind: LockKind.ThinMonitor or LockKind.Monitor or LockKind.Lock or LockKind.ReaderWriterLock }
        && held.Waiters.Count > 0;

    private static Finding Describe(SnapshotLock held, StackIndex index)
    {
        var waiting = Words.Count(held.Waiters.Count, "thread");
        return new Finding
        {
            Id = FindingIds.AbandonedLock,
            Name = "ABANDONED LOCK",
            Severity = FindingSeverity.Critical,
            Certainty = FindingCertainty.Likely,
            Summary = $"{waiting} wait{(held.Waiters.Count == 1 ? "s" : "")} for a lock whose holder has ended: nobody can release it any more",
            Evidence =
            [
                $"{Words.Lock(held.TypeName, held.Address)} ({held.Kind}): {held.OwnerUnknown}",
                .. Place.Describe(Place.GroupByOwnCode(index.ByIds(held.Waiters))),
            ],
            Advice = "Restart to recover. Then look where this lock is entered without a finally that leaves it: an exception or an early return went past it.",
            Weight = 98,
        };
    }
}
