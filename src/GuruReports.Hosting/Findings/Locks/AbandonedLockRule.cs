using GuruReports.Inspection.Snapshot.Model.Threads;
using GuruReports.Inspection.Threads;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Findings.Locks;

/// <summary>GURU028: a lock whose holder has ended; nobody will ever release it.</summary>
internal sealed class AbandonedLockRule : IFindingRule
{
    private const int MostLocks = 5;

    public IEnumerable<Finding> Evaluate(Report report)
    {
        var index = StackIndex.Of(report);
        return (index.Snapshot?.Locks ?? []).Where(held => IsAbandoned(held) || HasForeignHolder(held, index)).Take(MostLocks).Select(held => Describe(held, index));
    }

    private static bool IsAbandoned(SnapshotLock held) => held is { Owner: null, HolderEnded: true, Waiters.Count: > 0 };

    /// <summary>
    /// Returns whether the holder that the lock names cannot be the one that entered it. The runtime gives the number of an
    /// ended thread to a new one: then the lock seems to be held by a thread without any code of the service.
    /// </summary>
    internal static bool HasForeignHolder(SnapshotLock held, StackIndex index) =>
        held is { Kind: not LockKind.Semaphore, HeldIn: null, Owner: { } owner, Waiters.Count: > 1 }
        && Blame.Level(held.OwnerFrames) is CodeOwner.Framework
        && index.Capture is not null
        && (index.ById(owner.ManagedId) is not { } holder || holder is { TopUserFrame: null, FramesTruncated: false, State: not ThreadActivity.Running })
        && index.ByIds(held.Waiters).Any(waiting => waiting.TopUserFrame is not null);

    private static Finding Describe(SnapshotLock held, StackIndex index)
    {
        var waiting = Measures.Count(held.Waiters.Count, "thread");
        return new Finding
        {
            Id = FindingIds.AbandonedLock,
            Name = "ABANDONED LOCK",
            Severity = FindingSeverity.Critical,
            Certainty = FindingCertainty.Likely,
            Summary = $"{waiting} wait{(held.Waiters.Count == 1 ? "s" : "")} for a lock whose holder has ended: nobody can release it any more",
            Evidence =
            [
                $"{Words.Lock(held.TypeName, held.Address)} ({held.Kind}): {held.OwnerUnknown ?? Foreign(held.Owner!)}",
                .. Place.Describe(Place.GroupByOwnCode(index.ByIds(held.Waiters))),
            ],
            Advice = "Restart to recover. Then look where this lock is entered without a finally that leaves it: an exception or an early return went past it.",
            Weight = 98,
        };
    }

    private static string Foreign(LockOwner owner) =>
        $"it names {Words.Thread(owner.ManagedId, owner.Name, owner.OsThreadId)}, which has no code of the service on its stack: that number was another thread's";
}
