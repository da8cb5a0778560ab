using GuruReports.Inspection.Snapshot.Model.Async;
using GuruReports.Inspection.Snapshot.Model.Threads;
using GuruReports.Inspection.Threads;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Findings.Graph;

/// <summary>Threads and async methods that wait for each other, as the snapshot proves, and all that stand behind them.</summary>
internal static class Circles
{
    public static void Add(WaitGraph graph)
    {
        var number = 0UL;
        var known = new HashSet<ulong?>();
        foreach (var cycle in graph.Snapshot?.DeadlockCycles ?? [])
        {
            known.UnionWith(cycle.Parties.Select(static party => party.TaskAddress));
            if (!Moves(cycle, graph.Stacks))
            {
                var circle = graph.Add(WaitNodeKind.Circle, number++, cycle);
                foreach (var thread in cycle.Parties.Select(static party => party.ManagedId).OfType<int>().Concat(cycle.Behind))
                {
                    graph.Link(graph.Thread(thread), circle, FindingCertainty.Certain);
                }
            }
        }

        foreach (var cycle in (graph.Snapshot?.Async?.Cycles ?? []).Where(cycle => !cycle.Addresses.Any(address => known.Contains(address))))
        {
            var circle = graph.Add(WaitNodeKind.Circle, number++, cycle);
            foreach (var thread in cycle.BlockedThreads)
            {
                graph.Link(graph.Thread(thread), circle, FindingCertainty.Certain);
            }

            foreach (var chain in graph.Chains.Where(chain => chain.Awaits.Kind is AwaitKind.Cycle && chain.Awaits.Details.Any(detail => detail.Address is { } address && cycle.Addresses.Contains(address))))
            {
                graph.Link(graph.Of(chain), circle, FindingCertainty.Certain);
            }
        }
    }

    // Who waits for ever uses no CPU and takes no new work: a circle with a thread that does was a moment in between.
    private static bool Moves(DeadlockCycle cycle, StackIndex stacks) =>
        cycle.Parties.Any(party => party.Task is null && stacks.ById(party.ManagedId) is { } thread
            && !WaitsBySpinning(party, thread)
            && (Blocking.UsesCpu(thread) || thread.State is ThreadActivity.Running or ThreadActivity.Idle));

    // The end of a cancellation callback is waited for by looking again and again: that is no sign of getting on.
    private static bool WaitsBySpinning(DeadlockParty party, CapturedThread thread) =>
        party.Wants is null && BlockingCalls.Find(thread.Frames) is { Activity: not ThreadActivity.Idle };
}
