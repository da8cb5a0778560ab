using GuruReports.Hosting.Facts.Resources;
using GuruReports.Hosting.Facts.Runtime;
using GuruReports.Hosting.Findings.Graph;
using GuruReports.Hosting.History;
using GuruReports.Inspection.Snapshot.Model.Queues;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Findings.Memory;

/// <summary>GURU011: memory has grown since the previous report.</summary>
internal sealed class MemoryGrowthRule(FindingOptions options) : IFindingRule
{
    private const double Fifth = 0.2;
    private const long Many = 10_000;

    public IEnumerable<Finding> Evaluate(Report report) => Find(report).Select(finding =>
    {
        var graph = WaitGraph.Of(report);
        var fullest = Fullest(graph);
        return finding with
        {
            Evidence =
            [
                .. finding.Evidence,
                .. fullest is null ? [] : Describe((LibraryQueue)fullest.Subject!, graph),
                .. WhoAllocates.Describe(report, most: 1),
            ],
            Covers = fullest is null ? [] : [fullest.Number],
        };
    });

    // Where a queue is long, what lies in it is what grows, most likely: then it follows from what its readers wait for.
    private static WaitNode? Fullest(WaitGraph graph) => graph.All(WaitNodeKind.Queue)
        .Where(static node => node.Subject is LibraryQueue { Length: >= Many })
        .MaxBy(static node => ((LibraryQueue)node.Subject!).Length);

    private static IEnumerable<string> Describe(LibraryQueue queue, WaitGraph graph) =>
    [
        $"the longest queue: {Measures.Grouped(queue.Length)} in {Queues.FullName(queue)}",
        .. ReadBy((queue.ReaderChains ?? []).Select(graph.Chain).OfType<WaitNode>().Where(reader => Chains.SourceFrame(reader.Chain!, graph.Stacks) is not null).Take(1).SelectMany(static reader => Chains.Describe(reader.Chain!))),
        .. ReadBy(Place.Describe(Place.GroupByOwnCode(graph.Stacks.ByIds(queue.ReaderThreads)), 1)),
    ];

    private static IEnumerable<string> ReadBy(IEnumerable<string> lines) => lines.Select(static (line, at) => at == 0 ? $"  read by: {line}" : $"  {line}");

    private IEnumerable<Finding> Find(Report report)
    {
        if (report.Facts<RuntimeFacts>() is not { Change: { SincePreviousReport: true } change } runtime || change.Interval < options.MemoryGrowthInterval)
        {
            return RecordedGrowth.Of(report) is { } recorded && IsMuch(recorded.To - recorded.From, recorded.To) ? [Describe(recorded, report)]
                : RecordedGrowth.Of(report, Measure.Anonymous) is { } own && IsMuch(own.To - own.From, own.To) ? [DescribeOwn(own, report)]
                : report.Facts<RuntimeFacts>() is { Change: { SincePreviousReport: false } first } young && IsMuch(first.HeapGrowth, young.GarbageCollector.AllocatedNow) ? [DescribeYoung("the managed heap", first.HeapGrowth!.Value, first.Interval, "the start", young.GarbageCollector.AllocatedNow, [.. HeapLeaders.Describe(report), .. TimeLeft.Describe(report, first.HeapGrowth.Value, first.Interval)])]
                : RecordedGrowth.SinceBegin(report, Measure.Anonymous) is { } begun && IsMuch(begun.To - begun.From, begun.To) ? [DescribeYoung("the process's own memory", begun.To - begun.From, begun.Over, "its record began", begun.To, Rest(report))]
                : [];
        }

        var heap = runtime.GarbageCollector.AllocatedNow;
        if (IsMuch(change.HeapGrowth, heap))
        {
            return [Describe("the managed heap", change.HeapGrowth!.Value, heap, change, [.. HeapLeaders.Describe(report)])];
        }

        if (report.Facts<ResourceFacts>()?.Memory?.Resident is not { } resident || change.ResidentGrowth is not { } growth)
        {
            return [];
        }

        // The collector also holds what it has freed: only what neither the heap nor that accounts for is native.
        var managed = Math.Max(0, Math.Max(change.HeapGrowth ?? 0, change.CommittedGrowth ?? 0));
        var ofHeap = $"the managed heap has {Measures.Size(heap)} and changed by {Measures.Size(change.HeapGrowth ?? 0)}";
        if (IsMuch(growth - managed, resident))
        {
            return [Describe("native memory, outside the managed heap,", growth - managed, null, change,
                [$"the process has {Measures.Size(resident)}; {ofHeap}: what grows is memory of native code, stacks, mapped files"])];
        }

        return IsMuch(growth, resident) ? [Describe("the process", growth, resident, change, [$"the collector accounts for {Measures.Size(Math.Min(managed, growth))} of it, with what it holds free: {ofHeap}", .. HeapLeaders.Describe(report)])] : [];
    }

    private bool IsMuch(long? growth, long? now) => growth >= options.MemoryGrowthBytes && growth >= now * Fifth;

    private static string[] Rest(Report report) => report.Facts<RuntimeFacts>()?.GarbageCollector is { } collector
        ? [$"the managed heap has {Measures.Size(collector.AllocatedNow)} and did not grow as much: the rest is what the collector holds free, stacks, and memory of native code"]
        : [];

    // A service that fills its caches after the start looks the same: only worth knowing.
    private static Finding DescribeYoung(string what, long growth, TimeSpan over, string since, long now, IEnumerable<string> evidence) => new()
    {
        Id = FindingIds.MemoryGrowth,
        Name = "MEMORY GROWTH",
        Severity = FindingSeverity.Information,
        Certainty = FindingCertainty.Suspected,
        Summary = $"{what} grew by {Measures.Size(growth)} in the {Measures.Duration(over)} since {since}, to {Measures.Size(now)}",
        Evidence = [.. evidence],
        Advice = "A second report some minutes later tells whether it goes on.",
        Weight = 40,
    };

    private static Finding Describe(RecordedGrowth recorded, Report report) => new()
    {
        Id = FindingIds.MemoryGrowth,
        Name = "MEMORY GROWTH",
        Severity = FindingSeverity.Warning,
        Certainty = FindingCertainty.Likely,
        Summary = $"what collections leave of the managed heap grew from {Measures.Size(recorded.From)} to {Measures.Size(recorded.To)} in {Measures.Duration(recorded.Over)}",
        Evidence = ["by the record: the least of each third of that time is more than that of the one before", .. HeapLeaders.Describe(report)],
        Advice = "Take reports some minutes apart: what only grows is a leak; a cache or a heap that fills once stops.",
        Weight = 53,
    };

    // The collector keeps what it has freed for some time: that alone does not make it native.
    private static Finding DescribeOwn(RecordedGrowth recorded, Report report) => new()
    {
        Id = FindingIds.MemoryGrowth,
        Name = "MEMORY GROWTH",
        Severity = FindingSeverity.Warning,
        Certainty = FindingCertainty.Suspected,
        Summary = $"the process's own memory grew from {Measures.Size(recorded.From)} to {Measures.Size(recorded.To)} in {Measures.Duration(recorded.Over)}",
        Evidence =
        [
            "by the record: the least of each third of that time is more than that of the one before",
            .. Rest(report),
        ],
        Advice = "Take reports some minutes apart: what only grows is a leak; a cache or a heap that fills once stops.",
        Weight = 52,
    };

    private static Finding Describe(string what, long growth, long? now, RuntimeChange change, IReadOnlyList<string> evidence) => new()
    {
        Id = FindingIds.MemoryGrowth,
        Name = "MEMORY GROWTH",
        Severity = FindingSeverity.Warning,
        Certainty = FindingCertainty.Certain,
        Summary = $"{what} grew by {Measures.Size(growth)} in the {Measures.Duration(change.Interval)} since the previous report{(now is { } size ? $", to {Measures.Size(size)}" : "")}",
        Evidence = [$"that is {Measures.Size((long)(growth / Math.Max(1, change.Interval.TotalSeconds)))} a second", .. evidence],
        Advice = "Take reports some minutes apart: what only grows is a leak; a cache or a heap that fills once stops.",
        Weight = 53,
    };
}
