using GuruReports.Inspection.Snapshot.Model.Threads;
using GuruReports.Inspection.Threads;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Findings.Graph;

/// <summary>Locks and semaphores: who waits for them, and who holds them.</summary>
internal static class LockWaits
{
    public static void Add(WaitGraph graph)
    {
        foreach (var held in graph.Snapshot?.Locks ?? [])
        {
            var isSemaphore = held.Kind is LockKind.Semaphore;
            var node = graph.Add(isSemaphore ? WaitNodeKind.Semaphore : WaitNodeKind.Lock, held.Address, held, isSemaphore ? 1 : 0);
            foreach (var waiter in held.Waiters)
            {
                graph.Link(graph.Thread(waiter), node, FindingCertainty.Certain);
            }

            foreach (var holder in Holders(held, graph.Stacks))
            {
                graph.Link(node, graph.Thread(holder), held.Owner is null ? FindingCertainty.Likely : FindingCertainty.Certain);
            }
        }
    }

    /// <summary>Returns why nobody can release the lock any more; null where somebody may.</summary>
    public static string? GoneReason(SnapshotLock held, StackIndex stacks) =>
        held is { Owner: null, HolderEnded: true, Waiters.Count: > 0 } ? held.OwnerUnknown ?? "its holder has ended"
        : held.Owner is { } owner && HasForeignHolder(held, owner, stacks)
            ? $"it names {Words.Thread(owner.ManagedId, owner.Name, owner.OsThreadId)}, which has no code of the service on its stack: that number was another thread's"
        : null;

    // Readers let each other in, until somebody wants to write: then whoever comes waits for the readers that stay.
    private static IEnumerable<int> Holders(SnapshotLock held, StackIndex stacks) =>
        held is { Owner.ManagedId: { } owner } ? (HasForeignHolder(held, held.Owner, stacks) ? [] : [owner])
        : held.Kind is LockKind.ReaderWriterLock ? held.ReaderIds.Except(held.Waiters)
        : [];

    /// <summary>
    /// Returns whether the holder that the lock names cannot be the one that entered it. The runtime gives the number of an
    /// ended thread to a new one: then the lock seems to be held by a thread without any code of the service.
    /// </summary>
    private static bool HasForeignHolder(SnapshotLock held, LockOwner owner, StackIndex stacks) =>
        held is { Kind: not LockKind.Semaphore, HeldIn: null, Waiters.Count: > 1 }
        && Blame.Level(held.OwnerFrames) is CodeOwner.Framework
        && stacks.Capture is not null
        && (stacks.ById(owner.ManagedId) is not { } holder || holder is { TopUserFrame: null, FramesTruncated: false, State: not ThreadActivity.Running })
        && stacks.ByIds(held.Waiters).Any(static waiting => waiting.TopUserFrame is not null);
}
