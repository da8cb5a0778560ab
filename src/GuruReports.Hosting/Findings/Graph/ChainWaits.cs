using GuruReports.Inspection.Snapshot.Model.Async;
using GuruReports.Inspection.Snapshot.Model.Calls;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Findings.Graph;

/// <summary>Async methods: the semaphores, threads and peers that they wait for, and the thread pool that they need to go on.</summary>
internal static class ChainWaits
{
    public static void Add(WaitGraph graph)
    {
        foreach (var chain in graph.Chains)
        {
            var node = graph.Of(chain);
            // Of equal stacks each may be held up by another thread.
            foreach (var thread in chain.HeldUpBy)
            {
                graph.Link(node, graph.Thread(thread), FindingCertainty.Certain, Math.Max(1, chain.Count / chain.HeldUpBy.Count));
            }

            if (chain.Awaits.Kind is AwaitKind.Semaphore)
            {
                AddSemaphores(graph, chain, node);
            }

            AddPool(graph, chain, node);
        }

        AddPeers(graph);
    }

    private static void AddSemaphores(WaitGraph graph, AsyncChain chain, WaitNode node)
    {
        foreach (var detail in chain.Awaits.Details)
        {
            if (detail.Address is { } address && graph.Find(WaitNodeKind.Semaphore, address) is { } semaphore)
            {
                graph.Link(node, semaphore, FindingCertainty.Certain, detail.Count);
            }
        }

        // Where the chain does not say which one, it is one of those that are full.
        var full = node.WaitsFor.Any(static edge => edge.To.Kind is WaitNodeKind.Semaphore) ? [] : graph.All(WaitNodeKind.Semaphore).ToList();
        foreach (var semaphore in full)
        {
            graph.Link(node, semaphore, full.Count == 1 ? FindingCertainty.Likely : FindingCertainty.Suspected);
        }
    }

    // Whatever an async method waits for, it needs a worker to go on: it stands where the pool does.
    private static void AddPool(WaitGraph graph, AsyncChain chain, WaitNode node)
    {
        var isReady = chain.Awaits.Kind is AwaitKind.Queued || (chain is { Awaits.Kind: AwaitKind.DelegateTask, HeldUpBy.Count: 0 });
        if (isReady || (graph.Pressure is { HasIdle: false, Pending: > 0 } && chain.Awaits.Kind is not (AwaitKind.Running or AwaitKind.Cycle or AwaitKind.Delay or AwaitKind.Timer or AwaitKind.ChannelRead)))
        {
            graph.Link(node, graph.ThreadPool, isReady ? FindingCertainty.Certain : FindingCertainty.Likely);
        }
    }

    private static void AddPeers(WaitGraph graph)
    {
        var number = 0UL;
        foreach (var call in (graph.Snapshot?.Calls?.Calls ?? []).Where(static call => call.State is not (CallState.WaitingForConnection or CallState.Unknown or CallState.Unread)))
        {
            var peer = graph.Add(WaitNodeKind.Peer, number++, call);
            foreach (var caller in call.Chains.Select(graph.Chain).OfType<WaitNode>().Concat(call.Threads.Select(graph.Thread)))
            {
                graph.Link(caller, peer, FindingCertainty.Likely);
            }
        }
    }
}
