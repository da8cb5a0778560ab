using GuruReports.Inspection.Snapshot.Model.Async;
using GuruReports.Inspection.Snapshot.Model.Queues;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Findings.Graph;

/// <summary>Queues: a full one waits for its readers, and its writers wait for it.</summary>
internal static class QueueWaits
{
    public static void Add(WaitGraph graph)
    {
        foreach (var queue in graph.Snapshot?.Queues?.Queues ?? [])
        {
            var node = graph.Add(WaitNodeKind.Queue, queue.Address, queue, needs: 1);
            foreach (var reader in (queue.ReaderChains ?? []).Select(graph.Chain).OfType<WaitNode>().Concat(queue.ReaderThreads.Select(graph.Thread)))
            {
                graph.Link(node, reader, queue.ReadersIncomplete is null ? FindingCertainty.Certain : FindingCertainty.Likely);
            }
        }

        AddWriters(graph);
    }

    // Which queue a writer waits for is plain where only one is full.
    private static void AddWriters(WaitGraph graph)
    {
        var full = graph.All(WaitNodeKind.Queue).Where(static node => ((LibraryQueue)node.Subject!).WritersWaiting > 0).Take(2).ToList();
        foreach (var chain in full.Count == 1 ? graph.Chains.Where(static chain => chain.Awaits.Kind is AwaitKind.ChannelWrite) : [])
        {
            graph.Link(graph.Of(chain), full[0], FindingCertainty.Likely);
        }
    }
}
