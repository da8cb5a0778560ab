using GuruReports.Inspection.Snapshot.Model.Threads;
using GuruReports.SnapshotReader.Analysis.Memory;
using GuruReports.SnapshotReader.Analysis.Threads;

namespace GuruReports.SnapshotReader.Analysis.Locks;

/// <summary>Makes the result of the locks, with the frames of owners that others wait for.</summary>
internal static class LockReport
{
    public static IReadOnlyList<SnapshotLock> Make(Image image, IEnumerable<SnapshotLock> locks, IReadOnlyList<ThreadImage> threads)
    {
        var byId = threads.ToDictionary(static thread => thread.ManagedId);
        return
        [
            .. locks
                .OrderByDescending(static found => found.Waiters.Count + (found.AsyncWaiters ?? 0))
                .ThenBy(static found => found.Address)
                .Select(found => found.Owner?.ManagedId is { } id && byId.TryGetValue(id, out var owner) ? WithOwner(image, found, owner) : found),
        ];
    }

    private static SnapshotLock WithOwner(Image image, SnapshotLock found, ThreadImage owner) => found with
    {
        HeldIn = DeadlockFinder.HeldIn(owner, found.Address, image),
        OwnerFrames = found.Waiters.Count == 0 ? [] : owner.Describe(image.Symbols),
    };
}
