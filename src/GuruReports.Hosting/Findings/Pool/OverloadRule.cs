using GuruReports.Hosting.Facts.Resources;
using GuruReports.Hosting.Facts.Runtime;
using GuruReports.Hosting.Findings.Graph;
using GuruReports.Inspection.Threads;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Findings.Pool;

/// <summary>GURU030: work waits for the thread pool because its workers compute all the time.</summary>
internal sealed class OverloadRule(FindingOptions options) : IFindingRule
{
    public IEnumerable<Finding> Evaluate(Report report)
    {
        var graph = WaitGraph.Of(report);
        if (graph.Pressure is not { } pool || pool.Pending < options.PendingWorkItems || pool.BlockedShare > 0.5)
        {
            return [];
        }

        var computing = pool.Working.Where(worker => worker.State is ThreadActivity.Running && worker.TopUserFrame is not null).ToList();
        var processors = report.Facts<RuntimeFacts>()!.ProcessorCount;
        if (computing.Count < processors)
        {
            return [];
        }

        var used = report.Facts<ResourceFacts>()?.Cpu?.ProcessShare;
        return
        [
            new Finding
            {
                Id = FindingIds.Overload,
                Name = "OVERLOAD",
                Severity = FindingSeverity.Warning,
                Certainty = FindingCertainty.Likely,
                Summary = $"{Measures.Count(pool.Pending, "item")} wait for the thread pool while {Measures.Count(computing.Count, "worker")} compute on {Measures.Count(processors, "CPU")}",
                Evidence =
                [
                    .. Place.Describe(Place.GroupByOwnCode(computing)),
                    .. used is { } share ? new[] { $"the process uses {Words.Number(share)} of {Measures.Count(processors, "CPU")}" } : [],
                ],
                Advice = "More work comes in than the CPUs can do: take in less, bound the queue, compute elsewhere, or give it more CPUs.",
                Weight = 60,
                Roots = [graph.ThreadPool.Number, .. graph.Numbers(computing)],
            },
        ];
    }
}
