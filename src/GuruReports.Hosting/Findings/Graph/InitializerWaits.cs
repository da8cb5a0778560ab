using GuruReports.Inspection.Threads;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Findings.Graph;

/// <summary>Static constructors that wait, and the threads that wait until they end. No lock object shows it, the stacks do.</summary>
internal static class InitializerWaits
{
    private const string Constructor = "..cctor(";

    public static void Add(WaitGraph graph)
    {
        var waiting = graph.Stacks.Threads.Where(WaitsForConstructor).ToList();
        var running = waiting.Count == 0 ? [] : graph.Stacks.Threads.Where(static thread => Blocking.IsBlocked(thread) && ConstructorOf(thread) is not null).ToList();
        foreach (var group in running.GroupBy(static thread => ConstructorOf(thread)!.Method))
        {
            var node = graph.Add(WaitNodeKind.Initializer, (ulong)(uint)group.First().OSThreadId, ConstructorOf(group.First()));
            graph.Link(node, graph.Of(group.First()), FindingCertainty.Likely);
            foreach (var thread in waiting)
            {
                graph.Link(graph.Of(thread), node, FindingCertainty.Likely);
            }
        }
    }

    private static CapturedFrame? ConstructorOf(CapturedThread thread) =>
        thread.Frames.FirstOrDefault(frame => frame.Owner is not CodeOwner.Framework && frame.Method.Contains(Constructor, StringComparison.Ordinal));

    private static bool WaitsForConstructor(CapturedThread thread)
    {
        foreach (var frame in thread.Frames)
        {
            if (frame.Owner is not CodeOwner.Framework)
            {
                return false;
            }

            if (Array.IndexOf(FrameworkNames.InitializerWaits, frame.Type) >= 0)
            {
                return thread.TopUserFrame is not null && thread.State is not ThreadActivity.Running;
            }
        }

        return false;
    }
}
