using GuruReports.Hosting.Facts.Runtime;
using GuruReports.Inspection.Threads;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Findings.Memory;

/// <summary>GURU007: the collector stops all threads for a good part of the time, or collects the whole heap again and again.</summary>
internal sealed class GcPauseRule(FindingOptions options) : IFindingRule
{
    private const double Critical = 3;
    private const int MostThreads = 3;
    private const int ManyFull = 10;
    private static readonly TimeSpan s_shortest = TimeSpan.FromMilliseconds(500);

    public IEnumerable<Finding> Evaluate(Report report)
    {
        if (report.Facts<RuntimeFacts>() is not { } runtime)
        {
            return CollectorPauses.WhileReporting(report) is { } share && share >= options.PauseShare
                ? [Describe(report, share, $"the garbage collector stopped all threads for {Words.Percent(share)} of the {Measures.Duration(report.Duration)} in which this report was made", [CollectorPauses.NotCounted])]
                : [];
        }

        if (Lately.Of(report) is not { } change || change.Interval < s_shortest)
        {
            return [];
        }

        var pauses = change.PauseShare >= options.PauseShare;
        var full = AreAlmostAllFull(change) ? change.Collections[2] / change.Interval.TotalSeconds : 0;
        if (!pauses && full < options.FullCollectionsPerSecond)
        {
            return [];
        }

        var paused = $"stopped all threads for {Words.Percent(change.PauseShare)} of the last {Measures.Duration(change.Interval)}";
        var summary = pauses ? $"the garbage collector {paused}" : $"the garbage collector collects the whole heap {Words.Number(full)} times a second, and {paused}";
        return [Describe(report, change.PauseShare, summary, [Collections(change), .. WhoAllocates.Causes(report).Any() ? [] : AllFull(change), Heap(runtime.GarbageCollector)])];
    }

    private Finding Describe(Report report, double share, string summary, IEnumerable<string> counted) => new()
    {
        Id = FindingIds.GcPauses,
        Name = "GC PAUSES",
        Severity = share >= options.PauseShare * Critical ? FindingSeverity.Critical : FindingSeverity.Warning,
        Summary = summary,
        Evidence = [.. counted, .. WhoAllocates.Causes(report), .. WhoAllocates.Describe(report), .. WhoAllocates.IsKnown(report) ? [] : Running(StackIndex.Of(report))],
        Advice = "Allocate less where these threads stand, keep fewer objects for long, reuse large buffers; see whether the concurrent or the server collector is on.",
        Weight = 50,
    };

    private static string Collections(RuntimeChange change)
    {
        var seconds = change.Interval.TotalSeconds;
        var counts = change.Collections.Select((count, generation) => $"gen {generation}: {count}");
        return $"collections {string.Join(", ", counts)}; {Measures.Size((long)(change.AllocatedBytes / seconds))} allocated a second";
    }

    // Left alone, the collector does a full collection now and then; each one a full one has a cause.
    private static IEnumerable<string> AllFull(RuntimeChange change) =>
        AreAlmostAllFull(change)
            ? ["almost every collection was a full one: look for GC.Collect and the like, for new large objects, or for a heap at its limit"]
            : [];

    private static bool AreAlmostAllFull(RuntimeChange change) => change.Collections is [var all, _, var full] && full >= ManyFull && full >= all * 0.9;

    private static string Heap(GarbageCollectorFacts collector)
    {
        var large = collector.Generations.FirstOrDefault(generation => generation.Name.Contains("large", StringComparison.OrdinalIgnoreCase));
        var flavour = $"{(collector.IsServer ? "server" : "workstation")} collector, {(collector.IsConcurrent ? "concurrent" : "not concurrent")}";
        return $"heap {Measures.Size(collector.HeapSize)}{(large is null ? "" : $", large objects {Measures.Size(large.SizeAfter)}")}; {flavour}";
    }

    // Where nobody has seen who allocates, the threads that run are the first to look at.
    private static IEnumerable<string> Running(StackIndex index) =>
        index.Threads
            .Where(thread => thread.TopUserFrame is not null && thread.State is not ThreadActivity.Idle && (!Blocking.IsBlocked(thread) || Blocking.UsesCpu(thread)))
            .OrderByDescending(thread => thread.CpuTime ?? TimeSpan.Zero)
            .Take(MostThreads)
            .Select(thread => $"running: {Words.Thread(thread)} at {Words.Frame(thread.TopUserFrame)}");
}
