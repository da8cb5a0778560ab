using GuruReports.Hosting.Findings.Graph;
using GuruReports.Inspection.Snapshot.Model.Async;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Findings.Pool;

/// <summary>GURU036: who completes other calls' results runs their continuations itself, and is blocked in one: nobody completes the rest.</summary>
internal sealed class InlineContinuationRule : IFindingRule
{
    private const int MostChains = 3;

    public IEnumerable<Finding> Evaluate(Report report) => WaitGraph.Of(report).All(WaitNodeKind.Completer).Select(Describe);

    private static Finding Describe(WaitNode node)
    {
        var (thread, blocked, completer) = (Completer)node.Subject!;
        var waiting = node.WaitedBy.Select(static edge => edge.From.Chain).OfType<AsyncChain>().OrderByDescending(static chain => chain.Count).ToList();
        var behind = waiting.Sum(static chain => chain.Count);
        var stuck = Blocking.WaitsForAsync(thread);
        return new Finding
        {
            Id = FindingIds.InlineContinuation,
            Name = "INLINE CONTINUATION",
            Severity = stuck && behind > 0 ? FindingSeverity.Critical : stuck ? FindingSeverity.Warning : FindingSeverity.Information,
            Certainty = stuck && behind > 0 ? FindingCertainty.Certain : FindingCertainty.Likely,
            Summary = $"{Words.Thread(thread)} blocks in {blocked.Type}.{blocked.Name} on the way out of {completer.Type}.{completer.Name}, which completes what others wait for"
                + (behind > 0 ? $": {Measures.Count(behind, "call")} wait for such a completion" : ""),
            Evidence =
            [
                $"it stands at {Words.Frame(blocked)}, {Blocking.Describe(thread)}{(thread.WaitsFor is { } what ? $" ({what})" : "")}",
                $"  which runs inside {Words.Frame(completer)}: until it returns, that one completes nothing more",
                .. waiting.Take(MostChains).SelectMany(Chains.Describe),
            ],
            Advice = "Create the TaskCompletionSource with TaskCreationOptions.RunContinuationsAsynchronously, so that continuations do not run on the completing thread; and await instead of blocking in them.",
            Weight = 97,
            Roots = [node.Number, node.WaitsFor[0].To.Number],
        };
    }
}
