using GuruReports.Inspection.Snapshot.Model.Async;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Findings.Pool;

/// <summary>GURU042: most of the requests that are being answered stand at one place. No fault by itself, but where to look when they hang.</summary>
internal sealed class InFlightRule : IFindingRule
{
    private const int Few = 3;
    private const double Most = 0.6;

    public IEnumerable<Finding> Evaluate(Report report)
    {
        var index = StackIndex.Of(report);
        var waiting = (index.Snapshot?.Async?.Chains ?? [])
            .Where(chain => chain.Awaits.Kind is not (AwaitKind.Running or AwaitKind.Queued or AwaitKind.Completed) && chain.Frames.Any(frame => frame.Method.StartsWith(FrameworkNames.WebServer, StringComparison.Ordinal)))
            .Select(chain => (Place: Chains.SourceFrame(chain, index) is { } own ? Words.Frame(own) : null, For: chain.Awaits.Text, chain.Count, Work: chain.WorksFor ?? []))
            .Concat(index.Threads
                .Where(thread => Blocking.IsBlocked(thread) && Blocking.IsInRequest(thread))
                .Select(thread => (Place: thread.TopUserFrame is { } own ? Words.Frame(own) : null, For: Blocking.Describe(thread), Count: 1, Work: (IReadOnlyList<WorkShare>)(thread.WorksFor is { } work ? [work] : []))))
            .Where(request => request.Place is not null)
            .ToList();
        var all = waiting.Sum(request => request.Count);
        if (all < Few)
        {
            yield break;
        }

        var first = waiting.GroupBy(request => (request.Place, request.For)).MaxBy(group => group.Sum(request => request.Count))!;
        var count = first.Sum(request => request.Count);
        if (count < Few || count < all * Most)
        {
            yield break;
        }

        yield return new Finding
        {
            Id = FindingIds.InFlight,
            Name = "IN FLIGHT",
            Severity = FindingSeverity.Information,
            Certainty = FindingCertainty.Certain,
            Summary = $"{count} of {Measures.Count(all, "request")} in flight stand at one place: {first.Key.Place}",
            Evidence = [$"{count} × {first.Key.Place}, waiting: {first.Key.For}", .. Words.Work(first.SelectMany(request => request.Work))],
            Advice = "If requests hang, this is where. A second report shows whether they get on; a wait without a time limit is the first thing to look for.",
            Weight = 42,
        };
    }
}
