using GuruReports.Inspection.Snapshot.Model.Calls;

namespace GuruReports.Hosting.Findings.Graph;

/// <summary>Pools of which one member alone has a transaction open: whoever waits for the locks of one waits for that.</summary>
internal static class OpenTransactions
{
    public static IEnumerable<(LibraryPool Pool, PoolHolder Owner)> Of(WaitGraph graph)
    {
        foreach (var pool in graph.Snapshot?.Calls?.Pools ?? [])
        {
            if (pool.Holders.Where(static holder => holder.IsInTransaction).ToList() is [{ Count: 1 } owner])
            {
                yield return (pool, owner);
            }
        }
    }

    /// <summary>The commands of a pool's library that run.</summary>
    public static IReadOnlyList<(WaitNode Node, OutgoingCall Call)> CommandsOf(WaitGraph graph, LibraryPool pool) =>
        [.. graph.All(WaitNodeKind.Peer).Where(node => node.Subject is OutgoingCall { State: CallState.Executing } call && call.Library == pool.Library).Select(static node => (node, (OutgoingCall)node.Subject!))];
}
