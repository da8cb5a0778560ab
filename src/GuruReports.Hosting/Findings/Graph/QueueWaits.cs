using GuruReports.Inspection.Snapshot.Model.Async;
using GuruReports.Inspection.Snapshot.Model.Queues;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Findings.Graph;

/// <summary>Queues: a full one waits for its readers, or the queues that it hands on to, and its writers wait for it; an empty one waits for its writers, and its readers wait for it.</summary>
internal static class QueueWaits
{
    public static void Add(WaitGraph graph)
    {
        foreach (var queue in graph.Snapshot?.Queues?.Queues ?? [])
        {
            var node = graph.Add(WaitNodeKind.Queue, queue.Address, queue, needs: 1);
            foreach (var reader in Nodes(graph, queue.ReaderChains, queue.ReaderThreads))
            {
                graph.Link(node, reader, queue.ReadersIncomplete is null ? FindingCertainty.Certain : FindingCertainty.Likely);
            }
        }

        AddLinks(graph);
        AddWriters(graph);
        AddCounters(graph);
        AddEmpty(graph);
    }

    // One that has room takes more: then nothing waits for it.
    private static void AddLinks(WaitGraph graph)
    {
        foreach (var node in graph.All(WaitNodeKind.Queue).Where(static node => node.Subject is LibraryQueue { Links.Count: > 0 }).ToList())
        {
            var queue = (LibraryQueue)node.Subject!;
            foreach (var into in queue.Links.Where(static link => link.IsFull).Select(link => graph.Find(WaitNodeKind.Queue, link.Queue)).OfType<WaitNode>())
            {
                graph.Link(node, into, FindingCertainty.Likely);
            }

            node.Alternatives += queue.Links.Count(static link => !link.IsFull);
        }
    }

    private static IEnumerable<WaitNode> Nodes(WaitGraph graph, IReadOnlyList<int>? chains, IReadOnlyList<int> threads) =>
        (chains ?? []).Select(graph.Chain).OfType<WaitNode>().Concat(threads.Select(graph.Thread));

    // Which queue a writer waits for is plain where only one is full.
    private static void AddWriters(WaitGraph graph)
    {
        var known = new HashSet<WaitNode>();
        foreach (var node in graph.All(WaitNodeKind.Queue).Where(static node => node.Subject is LibraryQueue { WriterChains: not null, WritersWaiting: > 0 }).ToList())
        {
            var queue = (LibraryQueue)node.Subject!;
            foreach (var writer in Nodes(graph, queue.WriterChains, queue.WriterThreads).Where(known.Add))
            {
                graph.Link(writer, node, FindingCertainty.Certain);
            }
        }

        var full = graph.All(WaitNodeKind.Queue).Where(static node => node.Subject is LibraryQueue { WriterChains: null, WritersWaiting: > 0 }).Take(2).ToList();
        foreach (var chain in full.Count == 1 ? graph.Chains.Where(chain => chain.Awaits.Kind is AwaitKind.ChannelWrite && !known.Contains(graph.Of(chain))) : [])
        {
            graph.Link(graph.Of(chain), full[0], FindingCertainty.Likely);
        }
    }

    // Who waits for a place in a full queue by a semaphore of its own waits for the queue.
    private static void AddCounters(WaitGraph graph)
    {
        foreach (var node in graph.All(WaitNodeKind.Queue).ToList())
        {
            var queue = (LibraryQueue)node.Subject!;
            foreach (var counter in queue.IsFull ? queue.Inner : [])
            {
                if (graph.Find(WaitNodeKind.Semaphore, counter) is { } semaphore)
                {
                    graph.Link(semaphore, node, FindingCertainty.Certain);
                }
            }
        }
    }

    // Equal stacks may wait for several queues: for which, no member says.
    private static void AddEmpty(WaitGraph graph)
    {
        var waited = graph.Snapshot?.Queues?.Waited ?? [];
        var readers = waited.SelectMany(static queue => queue.ReaderChains ?? []).CountBy(static chain => chain).ToDictionary();
        foreach (var queue in waited)
        {
            var node = graph.Add(WaitNodeKind.Queue, queue.Address, queue, needs: 1);
            foreach (var reader in Nodes(graph, queue.ReaderChains, queue.ReaderThreads).Where(static reader => Waits(reader)))
            {
                graph.Link(reader, node, reader.Chain is { } chain && readers[chain.Id] > 1 ? FindingCertainty.Suspected : FindingCertainty.Likely);
            }

            foreach (var writer in Nodes(graph, queue.WriterChains, queue.WriterThreads))
            {
                graph.Link(node, writer, FindingCertainty.Likely);
            }

            foreach (var possible in Nodes(graph, queue.PossibleWriters, []))
            {
                graph.Link(node, possible, FindingCertainty.Suspected);
            }

            // Whoever may write it as well is nobody's wait: then it stands for none of those that are known.
            node.Alternatives += queue.MayBeWritten || queue.ReadersIncomplete is not null ? 1 : 0;
        }
    }

    private static bool Waits(WaitNode reader) => reader.Chain is { } chain ? chain.Awaits.Kind is AwaitKind.ChannelRead : reader.Thread is { } thread && Blocking.IsBlocked(thread);
}
