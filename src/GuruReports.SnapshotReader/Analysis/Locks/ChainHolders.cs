using GuruReports.SnapshotReader.Analysis.Async;

namespace GuruReports.SnapshotReader.Analysis.Locks;

/// <summary>Finds the threads without which a logical stack does not go on.</summary>
internal static class ChainHolders
{
    /// <summary>The managed ids of the thread that runs what the stack ends at, and of those that occupy the contexts of its methods.</summary>
    public static IEnumerable<int> Of(IReadOnlyList<AwaitNode> way, AwaitTargetFound target, IReadOnlyDictionary<ulong, int> running, OccupiedContexts contexts)
    {
        if (running.TryGetValue(target.Address, out var thread) || running.TryGetValue(way[0].Task, out thread))
        {
            yield return thread;
        }
        else if (way[0].RunningOn is { } resumed)
        {
            yield return resumed;
        }

        foreach (var node in way)
        {
            if (contexts.Find(node) is { } occupied)
            {
                yield return occupied.Thread.ManagedId;
            }
        }
    }
}
