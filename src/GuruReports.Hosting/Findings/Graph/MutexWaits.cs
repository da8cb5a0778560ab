using GuruReports.Hosting.Facts.Resources;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Findings.Graph;

/// <summary>Named mutexes: the threads that wait for them, and the thread of this process that holds one. One that another process holds waits for nobody here.</summary>
internal static class MutexWaits
{
    public static void Add(WaitGraph graph, ProcessFacts? processes)
    {
        var mutexes = graph.Stacks.Capture?.NamedMutexes ?? [];
        var threads = mutexes.Count == 0 ? [] : graph.Stacks.Capture!.Threads.ToDictionary(static thread => thread.OSThreadId);
        var number = 0UL;
        foreach (var mutex in mutexes)
        {
            var name = mutex.OwnerProcess is { } process && processes?.OwnerNames.TryGetValue(process, out var known) == true ? known : mutex.OwnerName;
            var node = graph.Add(WaitNodeKind.NamedMutex, number++, mutex with { OwnerName = name });
            foreach (var waiter in mutex.Waiters)
            {
                if (threads.TryGetValue(waiter, out var thread))
                {
                    graph.Link(graph.Of(thread), node, FindingCertainty.Certain);
                }
            }

            if (mutex is { IsOwn: true, OwnerThread: { } owner } && threads.TryGetValue(owner, out var holder))
            {
                graph.Link(node, graph.Of(holder), mutex.IsProven ? FindingCertainty.Certain : FindingCertainty.Likely);
            }
        }
    }
}
