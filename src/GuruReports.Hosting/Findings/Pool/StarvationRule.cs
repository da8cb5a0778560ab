using GuruReports.Hosting.Findings.Graph;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Findings.Pool;

/// <summary>GURU003: work waits for the thread pool, whose workers are blocked. Blocked on tasks is told by <see cref="SyncOverAsyncRule"/>.</summary>
internal sealed class StarvationRule(FindingOptions options) : IFindingRule
{
    public IEnumerable<Finding> Evaluate(Report report)
    {
        var graph = WaitGraph.Of(report);
        if (graph.Pressure is not { } pool || !pool.IsStarved(options) || IsMost(pool.OnTasks.Count, pool))
        {
            return [];
        }

        // Workers that queue for a lock are not the cause: whoever holds the lock is.
        var behindLocks = IsMost(pool.OnLocks.Count, pool);
        return
        [
            new Finding
            {
                Id = FindingIds.Starvation,
                Name = "STARVATION",
                Severity = behindLocks ? FindingSeverity.Warning : FindingSeverity.Critical,
                Summary = $"thread pool: {pool.Blocked.Count} of {Measures.Count(pool.Working.Count, "worker")} blocked{Doing(pool)}, {Measures.Count(pool.Pending, "item")} waiting to run",
                Evidence =
                [
                    .. Place.Describe(Place.GroupByOwnCode(pool.Blocked)),
                    .. WaitingCalls.Describe(graph),
                    .. PoolRecord.StoodFor(report) is { } stood ? new[] { $"the pool has completed nothing for {Measures.Duration(stood)}" } : [],
                    $"the pool keeps {Measures.Count(pool.Facts.MinWorkers, "worker")} without hesitation and adds one or two a second beyond that",
                ],
                Advice = "Make the blocking calls asynchronous or give them threads of their own. Until then, ThreadPool.SetMinThreads above the number of blocked workers.",
                Weight = 80,
                Roots = [graph.ThreadPool.Number],
                Covers = graph.Numbers(pool.Blocked),
            },
        ];
    }

    // Said in the sentence only where all do the same.
    private static string Doing(PoolPressure pool) =>
        pool.Blocked.Select(Blocking.Describe).Distinct(StringComparer.Ordinal).Take(2).ToList() is [var doing] ? $" {doing}" : "";

    private static bool IsMost(int count, PoolPressure pool) => count * 2 > pool.Blocked.Count;
}
