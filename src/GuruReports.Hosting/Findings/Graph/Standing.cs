using GuruReports.Inspection.Snapshot.Model.Threads;
using GuruReports.Inspection.Threads;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Findings.Graph;

/// <summary>For how long at least something stands, by threads that wait for it and have not run in that time.</summary>
/// <param name="For">The time.</param>
/// <param name="Since">The moment from which they have not run, UTC.</param>
/// <param name="Proof">Who has not run.</param>
internal sealed record Standing(TimeSpan For, DateTimeOffset Since, string Proof)
{
    /// <summary>Returns it for the longest of some nodes; null where no thread tells.</summary>
    public static Standing? Of(WaitGraph graph, IReadOnlyList<int> roots)
    {
        var longest = graph.Numbered(roots).Select(root => Prove(graph, root)).MaxBy(static thread => thread?.WaitsSince ?? TimeSpan.MinValue);
        return longest?.WaitsSince is { } time && graph.Stacks.Capture is { } capture
            ? new Standing(time, capture.CapturedAt - time, $"{Words.Thread(longest)} waits and has not run")
            : null;
    }

    private static CapturedThread? Prove(WaitGraph graph, WaitNode root) => root switch
    {
        { Kind: WaitNodeKind.Lock or WaitNodeKind.Semaphore or WaitNodeKind.Initializer } => root.WaitedBy.Where(static edge => edge.Proof > FindingCertainty.Suspected)
            .Select(static edge => edge.From.Thread).MaxBy(static thread => thread?.WaitsSince ?? TimeSpan.MinValue),
        { Kind: WaitNodeKind.Circle, Subject: DeadlockCycle cycle } => LastOf(cycle, graph.Stacks),
        _ => null,
    };

    // A circle stands since the last of its threads began to wait.
    private static CapturedThread? LastOf(DeadlockCycle cycle, StackIndex stacks)
    {
        var parties = cycle.Parties.Where(static party => party.Task is null).Select(party => stacks.ById(party.ManagedId)).ToList();
        return parties.Count > 0 && parties.TrueForAll(static thread => thread?.WaitsSince is not null) ? parties.MinBy(static thread => thread!.WaitsSince) : null;
    }
}
