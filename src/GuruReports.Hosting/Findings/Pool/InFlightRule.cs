using GuruReports.Hosting.Findings.Graph;
using GuruReports.Inspection.Snapshot.Model.Async;
using GuruReports.Inspection.Threads;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Findings.Pool;

/// <summary>GURU042: requests stand at one place: most of those that are being answered, or some for long. Where to look when they hang.</summary>
internal sealed class InFlightRule : IFindingRule
{
    private const int Few = 3;
    private const int MostOthers = 2;
    private const double Most = 0.6;
    private static readonly TimeSpan s_long = TimeSpan.FromSeconds(30);

    public IEnumerable<Finding> Evaluate(Report report)
    {
        var graph = WaitGraph.Of(report);
        var waiting = Waiting(graph).ToList();
        var all = waiting.Sum(request => request.Count);
        var places = waiting
            .GroupBy(request => new { request.Place, request.For })
            .Select(group => new { group.Key.Place, group.Key.For, Count = group.Sum(request => request.Count), Oldest = group.Max(request => request.Age), Suspect = group.All(request => request.IsSuspect), Work = group.SelectMany(request => request.Work), Nodes = group.Select(request => request.Node).ToList() })
            .OrderByDescending(place => place.Suspect && place.Oldest >= s_long)
            .ThenByDescending(place => place.Count)
            .ToList();
        if (places.Count == 0)
        {
            yield break;
        }

        var first = places[0];
        var hangs = first is { Suspect: true, Oldest: { } age } && age >= s_long;
        if (!hangs && (first.Count < Few || first.Count < all * Most))
        {
            yield break;
        }

        var rounds = Rounds.Of(first.Nodes, first.Oldest);
        yield return new Finding
        {
            Id = FindingIds.InFlight,
            Name = "IN FLIGHT",
            Severity = hangs ? FindingSeverity.Warning : FindingSeverity.Information,
            Certainty = hangs ? FindingCertainty.Likely : FindingCertainty.Certain,
            Summary = $"{first.Count} of {Measures.Count(Math.Max(all, graph.Work.Requests), "request")} in flight {(rounds is null ? "stand" : "wait")}{(first.Count == 1 ? "s" : "")}{(rounds is null ? "" : " again and again")} at one place{Since(first.Oldest)}: {first.Place}",
            Evidence = [$"{first.Count} × {first.Place}, waiting: {first.For}", .. rounds is null ? [] : new[] { rounds }, .. Words.Work(first.Work), .. WaitEnds.Describe(first.Nodes), .. Others(graph.Stacks)],
            Advice = rounds is not null ? "A loop asks until something changes. Look at what it asks, who should bring that, and what it is answered; give it an end and pauses that grow." : "If requests hang, this is where. A second report shows whether they get on; a wait without a time limit is the first thing to look for.",
            Weight = hangs ? 58 : 42,
            Covers = [.. first.Nodes.Select(static node => node.Number)],
        };
    }

    private static IEnumerable<Waiter> Waiting(WaitGraph graph)
    {
        foreach (var chain in graph.Chains.Where(static chain => IsRequest(chain) && !WorkAges.IsStream(chain)))
        {
            if (Chains.SourceFrame(chain, graph.Stacks) is { } own)
            {
                yield return new(Words.Frame(own), chain.Awaits.Text, chain.Count, WorkAges.Of(chain), Chains.MustEnd(chain), chain.WorksFor ?? [], graph.Of(chain));
            }
            else if (chain.WorksFor is [{ Handler: { } handler, Count: var count }, ..] work && chain.Awaits.Kind is not AwaitKind.ValueTaskSource)
            {
                // A method that hands on the task of what it calls leaves no frame: the endpoint says which it is.
                yield return new($"{handler} (as its endpoint says)", chain.Awaits.Text, Math.Min(count, chain.Count), WorkAges.Of(chain), Chains.MustEnd(chain), work, graph.Of(chain));
            }
        }

        foreach (var thread in graph.Stacks.Threads.Where(static thread => Blocking.IsBlocked(thread) && Blocking.IsInRequest(thread) && (thread.TopUserFrame is not null || IsForRequest(thread))))
        {
            yield return new(thread.TopUserFrame is { } own ? Words.Frame(own) : $"{Calls.Anchor(thread)?.Method ?? "unknown code"} (no code of the service)", Blocking.Describe(thread), 1, WorkAges.Of(thread), true, thread.WorksFor is { } work ? [work] : [], graph.Of(thread));
        }
    }

    // The web server's own threads wait too.
    private static bool IsForRequest(CapturedThread thread) => thread.WorksFor is { } work && RequestsInFlight.IsRequest(work.Kind);

    private static bool IsRequest(AsyncChain chain) =>
        chain.Awaits.Kind is not (AwaitKind.Running or AwaitKind.Queued or AwaitKind.Completed)
        && RequestsInFlight.IsInRequest(chain);

    private static string Since(TimeSpan? oldest) => oldest is { TotalSeconds: >= 1 } age ? $", the oldest for {Measures.Duration(age)}" : "";

    // Whom requests wait for may be a worker that is blocked itself, in code that no request is in.
    private static IEnumerable<string> Others(StackIndex index) =>
        Place.GroupByOwnCode(index.PoolWorkers.Where(worker => worker.TopUserFrame is not null && Blocking.IsBlocked(worker) && !Blocking.IsInRequest(worker)))
            .Take(MostOthers)
            .Select(place => $"meanwhile, in no request: {place.Describe()}");

    private sealed record Waiter(string Place, string For, int Count, TimeSpan? Age, bool IsSuspect, IReadOnlyList<WorkShare> Work, WaitNode Node);
}
