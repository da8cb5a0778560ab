using GuruReports.Hosting.Facts.Resources;
using GuruReports.Hosting.Facts.Runtime;
using GuruReports.Hosting.History;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Findings.Resources;

/// <summary>GURU019: the container's CPU limit stops the service.</summary>
internal sealed class ThrottledRule(FindingOptions options) : IFindingRule
{
    private const int FewPeriods = 10;

    // Less than this of the last seconds means that it is over.
    private const double Over = 0.01;

    public IEnumerable<Finding> Evaluate(Report report)
    {
        if (report.Facts<ResourceFacts>() is not { ControlGroup: { } group } facts)
        {
            return [];
        }

        var lately = facts.RecentThrottling is { Periods: >= FewPeriods } enough ? enough : null;
        var periods = lately?.Periods ?? group.CpuPeriods;
        var throttled = lately?.ThrottledPeriods ?? group.ThrottledPeriods;
        var recorded = lately is null ? Lately.Mean(report, Measure.Throttled) : null;
        var isNow = recorded >= options.ThrottledShare;
        if (periods is not >= FewPeriods || throttled is null || (!isNow && (throttled < periods * options.ThrottledShare || recorded < Over)))
        {
            return [];
        }

        var limit = group.CpuLimit is { } cpus ? $" of {Words.Number(cpus)} CPUs" : "";
        return
        [
            new Finding
            {
                Id = FindingIds.Throttled,
                Name = "THROTTLED",
                Severity = FindingSeverity.Warning,
                Summary = $"the control group's CPU limit{limit} stopped the service {(isNow ? $"for {Words.Percent(recorded!.Value)} of the last {Measures.Duration(Lately.Window)}" : $"in {Words.Percent((double)throttled.Value / periods.Value)} of all periods")}",
                Evidence =
                [
                    $"{throttled} of {periods} periods {(lately is not null ? "since the previous report" : "since the start of the group")}",
                    .. group.ThrottledTime is { } stopped ? new[] { $"stopped for {Measures.Duration(stopped)} in all, all CPUs together" } : [],
                    .. report.Facts<RuntimeFacts>() is { } runtime ? new[] { $"the runtime counts on {Measures.Count(runtime.ProcessorCount, "processor")}" } : [],
                ],
                Advice = "Raise the CPU limit or lower the load; a limit that is not whole CPUs makes threads wait at the end of each period.",
                Weight = 38,
            },
        ];
    }
}
