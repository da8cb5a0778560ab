using GuruReports.Hosting.Model;
using GuruReports.Inspection.Snapshot.Model;

namespace GuruReports.Hosting.Findings.Pool;

/// <summary>GURU006: many async calls wait at one place for something that must be brought by somebody else.</summary>
internal sealed class StalledAsyncRule(FindingOptions options) : IFindingRule
{
    private const int MostChains = 3;

    public IEnumerable<Finding> Evaluate(Report report)
    {
        var stalled = (StackIndex.Of(report).Snapshot?.Async?.Chains ?? [])
            .Where(chain => NeedsSomebody(chain.Awaits.Kind) && Chains.OwnFrame(chain) is not null)
            .GroupBy(chain => (Chains.OwnFrame(chain)!.Method, Chains.OwnFrame(chain)!.Line))
            .Select(group => (Chains: group.OrderByDescending(chain => chain.Count).ToList(), Count: group.Sum(chain => chain.Count)))
            .Where(group => group.Count >= options.StalledTasks)
            .OrderByDescending(group => group.Count);
        foreach (var (chains, count) in stalled)
        {
            yield return new Finding
            {
                Id = FindingIds.StalledAsync,
                Name = "STALLED",
                Severity = FindingSeverity.Warning,
                Certainty = chains[0].Awaits.Kind == AwaitKind.ChannelWrite ? FindingCertainty.Likely : FindingCertainty.Suspected,
                Summary = $"{Words.Count(count, "async call")} wait at one place for {What(chains[0].Awaits)}",
                Evidence = [.. chains.Take(MostChains).SelectMany(Chains.Describe), .. chains[0].Awaits.Details.Where(detail => detail.Text.Length > 0).Take(2).Select(detail => $"  {detail.Count} of them: {detail.Text}")],
                Advice = Advice(chains[0].Awaits.Kind),
                Weight = 65,
            };
        }
    }

    // Delays, timers, sockets and empty channels are how idle code waits; these are not.
    private static bool NeedsSomebody(AwaitKind kind) => kind is AwaitKind.CompletionSource or AwaitKind.ChannelWrite;

    private static string What(AwaitTarget target) => target.Kind == AwaitKind.ChannelWrite
        ? "room in a full channel"
        : "a TaskCompletionSource that nobody has completed";

    private static string Advice(AwaitKind kind) => kind == AwaitKind.ChannelWrite
        ? "Look at the channel's readers: they have ended, hang, or are too slow."
        : "Look at who should complete it, and give the wait a time limit (WaitAsync). Long polls wait like this too: then raise Findings:StalledTasks.";
}
