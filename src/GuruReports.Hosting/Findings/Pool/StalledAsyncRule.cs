using GuruReports.Hosting.Facts.Runtime;
using GuruReports.Hosting.Findings.Graph;
using GuruReports.Inspection.Snapshot.Model.Async;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Findings.Pool;

/// <summary>GURU006: many async calls wait at one place for something that must be brought by somebody else.</summary>
internal sealed class StalledAsyncRule(FindingOptions options) : IFindingRule
{
    private const int MostChains = 3;
    private static readonly TimeSpan s_longPoll = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan s_longAnswer = TimeSpan.FromSeconds(10);

    public IEnumerable<Finding> Evaluate(Report report)
    {
        var graph = WaitGraph.Of(report);

        // What a library waits for by itself is its own affair: an open stream, its next piece of work.
        var stalled = graph.Chains
            .Select(chain => new { Chain = chain, Own = Chains.SourceFrame(chain, graph.Stacks), For = WaitedFor(chain) })
            .Where(waiting => waiting is { Own: not null, For: not null } && !WorkAges.IsStream(waiting.Chain))
            .GroupBy(waiting => new { waiting.Own!.Method, waiting.Own.Line })
            .Select(group => new { Waiting = group.OrderByDescending(waiting => waiting.Chain.Count).ToList(), Count = group.Sum(waiting => waiting.Chain.Count) })
            .Where(group => group.Count >= options.StalledTasks)
            .OrderByDescending(group => group.Count);
        foreach (var group in stalled)
        {
            var (waiting, count) = (group.Waiting, group.Count);
            var thing = waiting[0].For!.Value;
            var chains = waiting.ConvertAll(one => one.Chain);
            var least = thing is Missing.Answer ? LeastWait(report, count) : null;
            yield return new Finding
            {
                Id = FindingIds.StalledAsync,
                Name = "STALLED",
                Severity = (thing is Missing.Answer && !(least >= s_longAnswer)) || IsYoung(chains) ? FindingSeverity.Information : FindingSeverity.Warning,
                Certainty = thing is Missing.Completion || least >= s_longAnswer ? FindingCertainty.Suspected : FindingCertainty.Likely,
                Summary = $"{Measures.Count(count, "async call")} wait at one place for {Name(thing)}",
                Evidence = [.. chains.Take(MostChains).SelectMany(Chains.Describe), .. Details(chains[0]), .. Slowness(least)],
                Advice = Advice(thing),
                Weight = 65,
                Roots = graph.Numbers([], chains),
            };
        }
    }

    // Delays, timers, sockets and empty channels are how idle code waits; these are not.
    private static Missing? WaitedFor(AsyncChain chain) => chain.Awaits.Kind switch
    {
        AwaitKind.ChannelWrite => Missing.Room,
        AwaitKind.CompletionSource when !Chains.HasAlternative(chain) => Missing.Completion,
        AwaitKind.Socket or AwaitKind.ValueTaskSource when chain.Frames.Any(IsHttpRequest) => Missing.Answer,
        _ => null,
    };

    private static bool IsHttpRequest(AsyncFrame frame) =>
        frame.Owner is CodeOwner.Framework && frame.Method.Contains(FrameworkNames.HttpConnections, StringComparison.Ordinal) && frame.Method.EndsWith("Connection.SendAsync", StringComparison.Ordinal);

    // An answer mostly takes an item of the pool: then as many calls as wait now, over the items done a second, is the least
    // that such a call takes in the mean. Under load one item may serve several sockets, so this proves nothing by itself.
    // Many calls under way may be load; calls that take that long are not.
    private static TimeSpan? LeastWait(Report report, int count) =>
        Lately.Of(report) is { Interval: { Ticks: > 0 } interval } change
            ? TimeSpan.FromTicks((long)Math.Min(interval.Ticks * (double)count / Math.Max(1, change.CompletedWorkItems), TimeSpan.TicksPerDay))
            : null;

    // Requests that have waited for seconds may be long polls: only those that outlive any answer stall.
    private static bool IsYoung(List<AsyncChain> chains) =>
        chains.Max(WorkAges.Of) is { } oldest && oldest < s_longPoll;

    private static IEnumerable<string> Details(AsyncChain chain) =>
        chain.Awaits.Details.Where(detail => detail.Text.Length > 0).Take(2).Select(detail => $"  {detail.Count} of them: {detail.Text}");

    private static string[] Slowness(TimeSpan? least) =>
        least >= s_longAnswer ? [$"by what the thread pool did meanwhile, an answer takes {Measures.Duration(least.Value)} or more"] : [];

    private static string Name(Missing thing) => thing switch
    {
        Missing.Room => "room in a full queue",
        Missing.Answer => "the answer to an HTTP request",
        _ => "a TaskCompletionSource that nobody has completed",
    };

    private static string Advice(Missing thing) => thing switch
    {
        Missing.Room => "Look at the queue's readers: they have ended, hang, or are too slow.",
        Missing.Answer => "Look at the server that is asked, and give the requests a time limit (HttpClient.Timeout).",
        _ => "Look at who should complete it, and give the wait a time limit (WaitAsync). Long polls wait like this too: then raise Findings:StalledTasks.",
    };

    private enum Missing
    {
        Completion,
        Room,
        Answer,
    }
}
