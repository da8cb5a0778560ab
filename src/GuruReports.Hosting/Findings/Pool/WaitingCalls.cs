using GuruReports.Hosting.Findings.Graph;
using GuruReports.Inspection.Snapshot.Model.Async;
using GuruReports.Inspection.Vocabulary;

namespace GuruReports.Hosting.Findings.Pool;

/// <summary>Tells which of the service's async calls stand behind a pool that does not get on.</summary>
internal static class WaitingCalls
{
    private const int Most = 3;

    /// <summary>Says the calls that are ready, or wait for something whose turn comes only then, by place.</summary>
    public static IEnumerable<string> Describe(WaitGraph graph) =>
        graph.ThreadPool.WaitedBy.Select(static edge => edge.From.Chain).OfType<AsyncChain>()
            .Where(static chain => chain.Awaits.Kind is AwaitKind.Queued or AwaitKind.DelegateTask or AwaitKind.CompletionSource or AwaitKind.Unknown)
            .Select(chain => new { chain.Count, Own = Chains.SourceFrame(chain, graph.Stacks) })
            .Where(waiting => waiting.Own is not null)
            .GroupBy(waiting => Words.Frame(waiting.Own!), StringComparer.Ordinal)
            .OrderByDescending(group => group.Sum(waiting => waiting.Count))
            .Take(Most)
            .Select(group => $"behind them: {Measures.Count(group.Sum(waiting => waiting.Count), "call")} of {group.Key}");
}
