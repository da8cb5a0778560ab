using GuruReports.Hosting.Model;
using GuruReports.Hosting.Model.Facts;

namespace GuruReports.Hosting.Findings.Memory;

/// <summary>GURU011: memory has grown since the previous report.</summary>
internal sealed class MemoryGrowthRule(FindingOptions options) : IFindingRule
{
    private const double Fifth = 0.2;

    public IEnumerable<Finding> Evaluate(Report report)
    {
        if (report.Facts<RuntimeFacts>() is not { Change: { SincePreviousReport: true } change } runtime || change.Interval < options.MemoryGrowthInterval)
        {
            return [];
        }

        var heap = runtime.GarbageCollector.AllocatedNow;
        var resident = report.Facts<ResourceFacts>()?.Memory?.Resident;
        if (IsMuch(change.HeapGrowth, heap))
        {
            return [Describe("the managed heap", change.HeapGrowth!.Value, heap, change, [.. HeapLeaders.Describe(report)])];
        }

        return IsMuch(change.ResidentGrowth, resident)
            ? [Describe("native memory, outside the managed heap,", change.ResidentGrowth!.Value, resident!.Value, change,
                [$"the managed heap has {Words.Size(heap)} and changed by {Words.Size(change.HeapGrowth ?? 0)}: what grows is memory of native code, stacks, mapped files"])]
            : [];
    }

    private bool IsMuch(long? growth, long? now) => growth >= options.MemoryGrowthBytes && growth >= now * Fifth;

    private static Finding Describe(string what, long growth, long now, RuntimeChange change, IReadOnlyList<string> evidence) => new()
    {
        Id = FindingIds.MemoryGrowth,
        Name = "MEMORY GROWTH",
        Severity = FindingSeverity.Warning,
        Certainty = FindingCertainty.Certain,
        Summary = $"{what} grew by {Words.Size(growth)} in the {Words.Duration(change.Interval)} since the previous report, to {Words.Size(now)}",
        Evidence = [$"that is {Words.Size((long)(growth / Math.Max(1, change.Interval.TotalSeconds)))} a second", .. evidence],
        Advice = "Take reports some minutes apart: what only grows is a leak; a cache or a heap that fills once stops.",
        Weight = 53,
    };
}
