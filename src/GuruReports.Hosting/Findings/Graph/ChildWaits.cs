using GuruReports.Hosting.Facts.Resources;
using GuruReports.Inspection.Snapshot.Model.Async;
using GuruReports.Inspection.Threads;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Findings.Graph;

/// <summary>Child processes that are blocked at a pipe whose other end is open in this process, and the code that waits for them meanwhile: it should read.</summary>
internal static class ChildWaits
{
    public static void Add(WaitGraph graph, ProcessFacts? processes)
    {
        var blocked = Descendants(processes?.Root).Where(static child => child.BlockedOn is { IsOurs: true }).ToList();
        if (blocked.Count == 0)
        {
            return;
        }

        var writes = blocked.Exists(static child => child.BlockedOn!.IsWrite);
        List<WaitNode> waiting =
        [
            .. graph.Stacks.Threads.Where(thread => WaitsForExit(thread) || (writes && ReadsAnotherPipe(thread))).Select(graph.Of),
            .. graph.Chains.Where(WaitsForExit).Select(graph.Of),
        ];
        foreach (var child in blocked)
        {
            var node = graph.Add(WaitNodeKind.Child, (ulong)(uint)child.Id, child);
            foreach (var waiter in waiting)
            {
                graph.Link(waiter, node, FindingCertainty.Likely);
                graph.Link(node, waiter, FindingCertainty.Likely);
            }
        }
    }

    // The usual way to have both streams of a child redirected: one is read to its end first, the other one fills meanwhile.
    private static bool ReadsAnotherPipe(CapturedThread thread) =>
        thread is { State: ThreadActivity.InFileCall or ThreadActivity.InSystemCall, TopUserFrame: not null } && thread.StateDetail?.Contains("(pipe)", StringComparison.Ordinal) == true;

    private static IEnumerable<ProcessNodeFacts> Descendants(ProcessNodeFacts? process) =>
        process is null ? [] : process.Children.SelectMany(static child => Descendants(child).Prepend(child));

    private static bool WaitsForExit(CapturedThread thread) =>
        Blocking.IsBlocked(thread) && Calls.BelowOwnCode(thread).Any(static frame => frame.Type?.StartsWith(FrameworkNames.Process, StringComparison.Ordinal) == true && frame.Name?.StartsWith("WaitForExit", StringComparison.Ordinal) == true);

    private static bool WaitsForExit(AsyncChain chain) => chain.Frames.Any(static frame => frame.Method.StartsWith($"{FrameworkNames.Process}.WaitForExitAsync", StringComparison.Ordinal));
}
