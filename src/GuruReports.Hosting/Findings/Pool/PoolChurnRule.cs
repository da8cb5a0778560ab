using GuruReports.Hosting.Facts.Runtime;
using GuruReports.Inspection.Snapshot.Model.Async;
using GuruReports.Inspection.Threads;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Findings.Pool;

/// <summary>GURU037 where no stack shows it: the CPU goes into work items so short that the workers are seen between them.</summary>
internal sealed class PoolChurnRule : IFindingRule
{
    private const double Much = 0.4;
    private const double ManyItems = 5_000;
    private const int MostPlaces = 3;

    public IEnumerable<Finding> Evaluate(Report report)
    {
        var index = StackIndex.Of(report);
        var share = index.PoolWorkers.Where(worker => worker.TopUserFrame is null).Sum(worker => Blocking.Demand(worker) ?? 0);
        var rate = report.Facts<RuntimeFacts>()?.Change is { Interval: { Ticks: > 0 } interval } change ? change.CompletedWorkItems / interval.TotalSeconds : 0;
        if (share < Much || rate < ManyItems)
        {
            yield break;
        }

        // What comes back at once is queued, or runs, at whatever moment one looks.
        var again = (index.Snapshot?.Async?.Chains ?? [])
            .Where(chain => chain.Awaits.Kind is AwaitKind.Queued or AwaitKind.Running or AwaitKind.Completed or AwaitKind.Unknown)
            .Select(chain => new { Chain = chain, Own = Chains.OwnFrame(chain) })
            .Where(found => found.Own is not null)
            .GroupBy(found => Words.Frame(found.Own!), StringComparer.Ordinal)
            .Select(group => new { Place = group.Key, Count = group.Sum(found => found.Chain.Count) })
            .OrderByDescending(place => place.Count)
            .ToList();
        if (again.Count == 0)
        {
            yield break;
        }

        yield return new Finding
        {
            Id = FindingIds.Computing,
            Name = "COMPUTING",
            Severity = FindingSeverity.Information,
            Certainty = FindingCertainty.Suspected,
            Summary = $"{Words.Share(share)} of a CPU go into {Words.Number(rate)} short work items of the thread pool a second; most come from {again[0].Place}",
            Evidence = [.. again.Take(MostPlaces).Select(place => $"{place.Count} × {place.Place}, queued or running")],
            Advice = "A loop that awaits what is always ready (Task.Yield, a delay of zero, an empty poll) goes round without a pause: wait for what changes.",
            Weight = 41,
        };
    }
}
