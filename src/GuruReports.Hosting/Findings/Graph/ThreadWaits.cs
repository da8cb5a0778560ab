using GuruReports.Inspection.Snapshot.Model.Threads;
using GuruReports.Inspection.Threads;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Findings.Graph;

/// <summary>Threads that wait for async code, for other threads, and the thread pool that waits for its workers.</summary>
internal static class ThreadWaits
{
    public static void Add(WaitGraph graph)
    {
        foreach (var chain in graph.Chains)
        {
            var node = graph.Of(chain);
            foreach (var thread in chain.BlockedThreads)
            {
                graph.Link(graph.Thread(thread), node, FindingCertainty.Certain);
            }
        }

        foreach (var thread in graph.Snapshot?.Threads ?? [])
        {
            if (thread.WaitsFor is { } wait)
            {
                Add(graph, graph.Thread(thread.ManagedId), wait);
            }
        }

        AddWorkers(graph);
    }

    private static void Add(WaitGraph graph, WaitNode thread, ThreadWait wait)
    {
        if (wait.ChainId is { } id && graph.Chain(id) is { } chain)
        {
            graph.Link(thread, chain, FindingCertainty.Certain);
        }

        // Locks tell their holders themselves. The end of a thread, or of a callback, waits for the thread.
        if (wait is { Kind: WaitKind.Join or WaitKind.Callback, OwnerManagedId: { } owner })
        {
            graph.Link(thread, graph.Thread(owner), FindingCertainty.Certain);
        }
    }

    // A worker that waits for work takes whatever comes: then nothing waits for the others.
    private static void AddWorkers(WaitGraph graph)
    {
        if (graph.Pressure is { HasIdle: false } pressure)
        {
            foreach (var worker in pressure.Working)
            {
                graph.Link(graph.ThreadPool, graph.Of(worker), FindingCertainty.Certain);
            }
        }
    }
}
