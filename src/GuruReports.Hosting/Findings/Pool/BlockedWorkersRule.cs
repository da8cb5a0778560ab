using GuruReports.Hosting.Findings.Graph;
using GuruReports.Inspection.Threads;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Findings.Pool;

/// <summary>GURU046: all workers that answer requests are blocked, in something else than a task or a lock; no work waits yet.</summary>
internal sealed class BlockedWorkersRule(FindingOptions options) : IFindingRule
{
    private const int Few = 3;
    private const double Most = 0.6;
    private static readonly TimeSpan s_long = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan s_young = TimeSpan.FromMilliseconds(300);

    public IEnumerable<Finding> Evaluate(Report report)
    {
        if (PoolPressure.Of(report) is not { } pool || pool.IsStarved(options))
        {
            yield break;
        }

        var requests = pool.Working.Where(Blocking.IsInRequest).ToList();
        var blocked = requests.Where(worker => Blocking.IsBlocked(worker) && !Blocking.WaitsForLock(worker) && !Blocking.WaitsForAsync(worker)).ToList();
        var places = ByCallWhereMost(blocked, Place.GroupByOwnCode(blocked));
        var awake = requests.Count - blocked.Count;
        if (requests.Count < Math.Max(Few, pool.Facts.MinWorkers) || awake * 2 > requests.Count || places[0].Threads.Count < blocked.Count * Most
            || requests.Except(blocked).Any(worker => !Polls(worker, places[0])))
        {
            yield break;
        }

        // Who sleeps in a request polls, unless the request is young; and who has not run for long hangs. Calls that block shortly
        // are how some services work.
        var first = places[0].Threads;
        var isStuck = first.All(static worker => worker.WaitsSince >= s_long || (WorkAges.Of(worker) is var age && (age >= s_long || (worker.State is ThreadActivity.Sleeping && !(age < s_young)))));
        var graph = WaitGraph.Of(report);
        yield return new Finding
        {
            Id = FindingIds.BlockedWorkers,
            Name = "BLOCKED WORKERS",
            Severity = isStuck ? FindingSeverity.Warning : FindingSeverity.Information,
            Certainty = FindingCertainty.Likely,
            Summary = $"all {Measures.Count(requests.Count, "worker")} that answer requests are blocked, {Blocking.Describe(first[0])}",
            Evidence = [.. Place.Describe(places), .. Awake(awake), .. Since(first), .. WaitEnds.Describe([.. first.Select(graph.Of)]), pool.Describe()],
            Advice = "Each such request keeps a thread of the pool, which adds one or two a second: make the call asynchronous, and give it a time limit.",
            Weight = 62,
            Roots = graph.Numbers(requests),
        };
    }

    // What all of a service does, as writing to its log, stands at many places: then the call that they are in is the place.
    private static IReadOnlyList<Place> ByCallWhereMost(List<CapturedThread> blocked, IReadOnlyList<Place> places)
    {
        var calls = places.Count == 0 || places[0].Threads.Count >= blocked.Count * Most ? [] : Place.GroupByCall(blocked);
        return calls.Count > 0 && calls[0].Threads.Count >= blocked.Count * Most ? calls : places;
    }

    // Who sleeps in a loop is seen awake now and then; by its use of the CPU it is told from one that computes.
    private static bool Polls(CapturedThread worker, Place place) =>
        !Blocking.IsBlocked(worker) && worker.CpuShare is not null && !Blocking.UsesCpu(worker) && worker.TopUserFrame is { } own && own.Method == place.Frame?.Method;

    private static IEnumerable<string> Awake(int workers) =>
        workers > 0 ? [$"{Measures.Count(workers, "more worker")} at this place {(workers == 1 ? "was" : "were")} awake at this moment, using hardly any CPU"] : [];

    private static IEnumerable<string> Since(IReadOnlyList<CapturedThread> workers) =>
        workers.Max(WorkAges.Of) is { } oldest ? [$"the oldest of these requests has stood for {Measures.Duration(oldest)}"]
        : workers.Min(worker => worker.WaitsSince) is { } least && least >= TimeSpan.FromSeconds(1) ? [$"none of them has run for {Measures.Duration(least)}"] : [];
}
