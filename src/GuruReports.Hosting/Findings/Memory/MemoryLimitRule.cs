using System.Globalization;
using GuruReports.Hosting.Facts.Resources;
using GuruReports.Hosting.Facts.Runtime;
using GuruReports.Hosting.History;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Findings.Memory;

/// <summary>GURU010: memory is near a limit at which the service is killed or allocations fail.</summary>
internal sealed class MemoryLimitRule(FindingOptions options) : IFindingRule
{
    public IEnumerable<Finding> Evaluate(Report report)
    {
        var worst = Limits(report).Where(limit => limit.Share >= options.MemoryLimitShare).OrderByDescending(limit => limit.Share).ToList();
        if (worst.Count == 0)
        {
            return [];
        }

        var group = report.Facts<ResourceFacts>()?.ControlGroup;
        var critical = (1 + options.MemoryLimitShare) / 2;
        return
        [
            new Finding
            {
                Id = FindingIds.MemoryLimit,
                Name = "MEMORY LIMIT",
                Severity = worst[0].Share >= critical || IsChoking(report) ? FindingSeverity.Critical : FindingSeverity.Warning,
                Summary = $"{worst[0].Name} is {Words.Percent(worst[0].Share)} full: {Measures.Size(worst[0].Used)} of {Measures.Size(worst[0].Limit)}",
                Evidence =
                [
                    .. worst.Skip(1).Select(limit => $"{limit.Name}: {Words.Percent(limit.Share)}, {Measures.Size(limit.Used)} of {Measures.Size(limit.Limit)}"),
                    .. report.Facts<HistoryFacts>()?.LimitChanges is [.., var last] ? [string.Create(CultureInfo.InvariantCulture, $"{last.Describe()} at {last.At.UtcDateTime:HH:mm:ss'Z'}, while the service ran")] : Array.Empty<string>(),
                    .. group is { OomKills: > 0 } ? new[] { $"the kernel has killed {Measures.Count(group.OomKills.Value, "process", "processes")} of this control group for want of memory" } : [],
                    .. HeapLeaders.Describe(report),
                    .. WhoAllocates.Causes(report),
                    .. WhoAllocates.Describe(report),
                ],
                Advice = "Find what keeps the leading types alive (caches, static events, queues), or give the service more memory.",
                Weight = 58,
            },
        ];
    }

    // Near a limit the collector does little else, whatever share is still free.
    private bool IsChoking(Report report) => Lately.Of(report) is { } change && change.PauseShare >= options.PauseShare;

    private static IEnumerable<MemoryLimit> Limits(Report report)
    {
        if (report.Facts<RuntimeFacts>()?.GarbageCollector is { HardLimit: > 0 } collector)
        {
            // The count of allocated bytes is of now, the committed ones of the last collection; both are lower bounds.
            yield return new MemoryLimit("the heap's hard limit", Math.Max(collector.AllocatedNow, collector.HeapSize), collector.HardLimit.Value);
        }

        if (report.Facts<ResourceFacts>()?.ControlGroup is { MemoryLimit: > 0, MemoryCurrent: { } current } group)
        {
            yield return new MemoryLimit("the memory of the control group", Math.Max(0, current - (group.MemoryReclaimable ?? 0)), group.MemoryLimit.Value);
        }
    }
}
