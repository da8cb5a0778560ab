using GuruReports.Hosting.Findings.Graph;
using GuruReports.Inspection.Snapshot.Model.Threads;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Findings.Locks;

/// <summary>GURU028: a lock whose holder has ended; nobody will ever release it.</summary>
internal sealed class AbandonedLockRule : IFindingRule
{
    private const int MostLocks = 5;

    public IEnumerable<Finding> Evaluate(Report report)
    {
        var graph = WaitGraph.Of(report);
        return graph.All(WaitNodeKind.Lock)
            .Select(node => new { Node = node, Gone = LockWaits.GoneReason((SnapshotLock)node.Subject!, graph.Stacks) })
            .Where(static found => found.Gone is not null)
            .Take(MostLocks)
            .Select(found => Describe(found.Node, (SnapshotLock)found.Node.Subject!, found.Gone!, graph));
    }

    private static Finding Describe(WaitNode node, SnapshotLock held, string gone, WaitGraph graph) => new()
    {
        Id = FindingIds.AbandonedLock,
        Name = "ABANDONED LOCK",
        Severity = FindingSeverity.Critical,
        Certainty = FindingCertainty.Likely,
        Summary = $"{Measures.Count(held.Waiters.Count, "thread")} wait{(held.Waiters.Count == 1 ? "s" : "")} for a lock whose holder has ended: nobody can release it any more",
        Evidence =
        [
            $"{Words.Lock(held.TypeName, held.Address)} ({held.Kind}): {gone}",
            .. Place.Describe(Place.GroupByOwnCode(graph.Stacks.ByIds(held.Waiters))),
        ],
        Advice = "Restart to recover. Then look where this lock is entered without a finally that leaves it: an exception or an early return went past it.",
        Weight = 98,
        Roots = [node.Number],
    };
}
