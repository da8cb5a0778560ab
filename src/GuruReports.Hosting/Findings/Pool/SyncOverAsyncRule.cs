using GuruReports.Hosting.Findings.Graph;
using GuruReports.Inspection.Snapshot.Model.Async;
using GuruReports.Inspection.Snapshot.Model.Threads;
using GuruReports.Inspection.Threads;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Findings.Pool;

/// <summary>GURU004: workers of the pool block until async code ends, which needs workers of the pool to end.</summary>
internal sealed class SyncOverAsyncRule(FindingOptions options) : IFindingRule
{
    private const int Few = 4;

    public IEnumerable<Finding> Evaluate(Report report)
    {
        var graph = WaitGraph.Of(report);
        if (graph.Pressure is not { } pool || pool.OnTasks.Count * 2 <= pool.Blocked.Count)
        {
            return [];
        }

        var starved = pool.IsStarved(options);
        var few = !starved && pool.OnTasks.Count < Math.Max(Few, pool.Facts.MinWorkers);
        // A loop of the service's own may block on its own worker for good; who answers a request must get on.
        if (few && !pool.OnTasks.All(Blocking.IsInRequest))
        {
            return [];
        }

        return
        [
            new Finding
            {
                Id = FindingIds.SyncOverAsync,
                Name = "SYNC OVER ASYNC",
                Severity = starved ? FindingSeverity.Critical : few && pool.OnTasks.Count < pool.Working.Count ? FindingSeverity.Information : FindingSeverity.Warning,
                Certainty = starved ? FindingCertainty.Certain : FindingCertainty.Likely,
                Summary = $"{Measures.Count(pool.OnTasks.Count, "pool thread")} block{(pool.OnTasks.Count == 1 ? "s" : "")} on async code"
                    + (starved ? $" and starve the pool that it needs: {Measures.Count(pool.Pending, "item")} waiting to run" : ""),
                Evidence = [.. Place.Describe(Place.GroupByOwnCode(pool.OnTasks)), .. Awaited(graph, pool.OnTasks), pool.Describe()],
                Advice = "Await instead of Wait, Result and GetResult, up to the entry point. Until then, ThreadPool.SetMinThreads above the number of blocked workers.",
                Weight = 85,
                Roots = starved ? [graph.ThreadPool.Number] : graph.Numbers(pool.OnTasks),
                Covers = graph.Numbers(pool.OnTasks),
            },
        ];
    }

    private static IEnumerable<string> Awaited(WaitGraph graph, IReadOnlyList<CapturedThread> blocked)
    {
        var waits = (graph.Snapshot?.Threads ?? []).ToDictionary(static thread => thread.ManagedId, static thread => thread.WaitsFor);
        var lines = blocked
            .Select(thread => thread.ManagedThreadId is { } id ? waits.GetValueOrDefault(id) : null)
            .Select(wait => Describe(wait, graph))
            .OfType<string>()
            .GroupBy(line => line, StringComparer.Ordinal)
            .OrderByDescending(group => group.Count());
        foreach (var group in lines.Take(2))
        {
            yield return $"{group.Count()} of them wait{(group.Count() == 1 ? "s" : "")} for {group.Key}";
        }
    }

    private static string? Describe(ThreadWait? wait, WaitGraph graph)
    {
        if (wait?.ChainId is { } id && graph.Chain(id)?.Chain is { } chain && Chains.OwnFrame(chain) is { } own)
        {
            return $"{Words.Frame(own)} → {End(chain.Awaits)}";
        }

        return wait?.Task is { } task ? $"{Words.Frame(task)}{(wait.Target is { } target ? $" → {End(target)}" : "")}" : null;
    }

    private static string End(AwaitTarget target) =>
        target.Kind == AwaitKind.Queued ? "ready, but queued for the pool whose threads wait for it" : $"awaits {target.Text}";
}
