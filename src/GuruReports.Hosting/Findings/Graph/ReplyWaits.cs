using GuruReports.Inspection.Snapshot.Model.Queues;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Findings.Graph;

/// <summary>Calls that wait for a reply: for the other call that has hold of what completes it, or, while that lies in a queue, for who reads that.</summary>
internal static class ReplyWaits
{
    public static void Add(WaitGraph graph)
    {
        var waits = from reply in graph.Snapshot?.Queues?.Replies ?? []
                    let waiting = graph.Chain(reply.Chain)
                    where waiting is not null
                    let completers = Completers(graph, reply)
                    from completer in completers
                    group reply.Count by (Waiting: waiting, Completer: completer, IsPlain: completers.Count == 1);
        foreach (var wait in waits.OrderByDescending(static wait => wait.Key.IsPlain).ToList())
        {
            graph.Link(wait.Key.Waiting, wait.Key.Completer, wait.Key.IsPlain ? FindingCertainty.Likely : FindingCertainty.Suspected, Math.Min(wait.Sum(), wait.Key.Waiting.Count));
        }
    }

    // Code of the framework only hands it on; of several of the service's own, each may be the one.
    private static List<WaitNode> Completers(WaitGraph graph, AwaitedReply reply) =>
        [.. (reply.Queue is null ? reply.HeldBy : reply.ReadBy).Select(graph.Chain).OfType<WaitNode>().Where(static node => Chains.OwnFrame(node.Chain!) is not null)];
}
