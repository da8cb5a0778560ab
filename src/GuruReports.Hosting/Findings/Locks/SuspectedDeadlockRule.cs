using GuruReports.Hosting.Findings.Graph;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Findings.Locks;

/// <summary>GURU001 from stacks alone: threads wait for locks, and no thread that could hold them gets on.</summary>
internal sealed class SuspectedDeadlockRule(FindingOptions options) : IFindingRule
{
    public IEnumerable<Finding> Evaluate(Report report)
    {
        var graph = WaitGraph.Of(report);
        if (graph.Stacks.KnowsLocks)
        {
            return [];
        }

        var waiting = LockHolders.Waiting(graph);
        if (waiting.Count < 2 || waiting.Exists(Blocking.UsesCpu) || LockHolders.Possible(graph, waiting).Count > 0)
        {
            return [];
        }

        var places = Place.GroupByOwnCode(waiting);
        return
        [
            new Finding
            {
                Id = FindingIds.Deadlock,
                Name = "DEADLOCK",
                Severity = waiting.Count >= options.ConvoyThreads ? FindingSeverity.Critical : FindingSeverity.Warning,
                Certainty = FindingCertainty.Suspected,
                Summary = $"{waiting.Count} threads wait for locks and none that could hold them runs: suspected from the stacks alone, without a snapshot",
                Evidence = [.. Place.Describe(places)],
                Advice = "Take a second report: if the same threads stand at the same places, it is a deadlock or a lock that was never released.",
                Weight = 90,
                Covers = graph.Numbers(waiting),
            },
        ];
    }
}
