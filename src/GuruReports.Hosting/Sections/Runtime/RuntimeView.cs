using System.Globalization;
using System.Runtime.InteropServices;
using GuruReports.Hosting.Facts.Runtime;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Sections.Runtime;

/// <summary>Turns the runtime's facts into what a report shows of them. Pure but for the framework's name.</summary>
internal static class RuntimeView
{
    /// <summary>Sums the facts up in one line.</summary>
    public static string Summarize(RuntimeFacts facts)
    {
        var collector = facts.GarbageCollector;
        var mode = $"{(collector.IsServer ? "server" : "workstation")}{(collector.IsConcurrent ? ", concurrent" : "")}";
        return $"{RuntimeInformation.FrameworkDescription}; GC {mode}, heap {Measures.Size(collector.AllocatedNow)}; "
            + $"pool: {Measures.Count(facts.ThreadPool.Workers, "worker")}, {Measures.Count(facts.ThreadPool.PendingWorkItems, "item")} waiting";
    }

    /// <summary>Turns the facts into a value.</summary>
    public static ReportMap Show(RuntimeFacts facts, ExceptionFacts? exceptions) => new MapBuilder()
        .Add("thread pool", ShowPool(facts.ThreadPool))
        .Add("garbage collector", ShowCollector(facts.GarbageCollector))
        .Add("generations, as of the last collection", ShowGenerations(facts.GarbageCollector.Generations))
        .Add("last collections", ShowCollections(facts.GarbageCollector.LastCollections))
        .AddFilled(ChangeTitle(facts.Change), ShowChange(facts.Change))
        .Add("since the start", ShowTotals(facts, exceptions))
        .Build();

    private static ReportMap ShowPool(ThreadPoolFacts pool) => new MapBuilder()
        .Add("workers", pool.Workers, $"{pool.BusyWorkers} busy; least {pool.MinWorkers}, most {pool.MaxWorkers}")
        .Add("waiting items", pool.PendingWorkItems)
        .Add("completed items", pool.CompletedWorkItems)
        .Build();

    private static ReportMap ShowCollector(GarbageCollectorFacts gc)
    {
        var map = new MapBuilder()
            .Add("mode", $"{(gc.IsServer ? "server" : "workstation")}, {(gc.IsConcurrent ? "concurrent" : "not concurrent")}, {gc.LatencyMode}")
            .Add("allocated now", new ReportSize(gc.AllocatedNow), "garbage included")
            .Add("allocated in all", new ReportSize(gc.AllocatedTotal))
            .Add("heap", new ReportSize(gc.HeapSize), "after the last collection")
            .Add("committed", new ReportSize(gc.Committed))
            .Add("fragmented", new ReportSize(gc.Fragmented), $"{Amount.Share(gc.Fragmented, gc.HeapSize)} of the heap")
            .Add("pinned objects", gc.PinnedObjects)
            .Add("waiting to be finalized", gc.FinalizationPending);
        return map
            .Add("memory load", new ReportSize(gc.MemoryLoad), $"{Amount.Share(gc.MemoryLoad, gc.AvailableMemory)} of what may be used; works harder from {Measures.Size(gc.HighMemoryLoadThreshold)}")
            .Add("may use", new ReportSize(gc.AvailableMemory))
            .AddKnown("hard limit", gc.HardLimit)
            .Add("paused in all", gc.PauseTotal, string.Create(CultureInfo.InvariantCulture, $"{gc.PauseShare * 100:0.##} % of the time"))
            .Build();
    }

    private static ReportTable ShowGenerations(IReadOnlyList<GenerationFacts> generations) => new(
        ["Generation", "Collections", "Before", "After", "Free inside"],
        [.. generations.Select(generation => (IReadOnlyList<ReportValue>)
            [
                generation.Name,
                generation.Collections is { } count ? count : (ReportValue)new ReportText("-"),
                new ReportSize(generation.SizeBefore),
                new ReportSize(generation.SizeAfter),
                new ReportSize(generation.FragmentationAfter),
            ])]);

    private static ReportValue ShowCollections(IReadOnlyList<CollectionFacts> collections)
    {
        if (collections.Count == 0)
        {
            return new ReportText("none yet");
        }

        var rows = collections.Select(collection => (IReadOnlyList<ReportValue>)
            [
                collection.Index,
                collection.Kind,
                collection.Generation,
                collection.Compacted,
                collection.Pauses.Aggregate(TimeSpan.Zero, (sum, pause) => sum + pause),
            ]);
        return new ReportTable(["Number", "Kind", "Generation", "Compacted", "Pause"], [.. rows]);
    }

    private static string ChangeTitle(RuntimeChange? change) =>
        change is null ? "" : $"in the last {Measures.Duration(change.Interval)} ({(change.SincePreviousReport ? "since the previous report" : "since the first look")})";

    private static MapBuilder ShowChange(RuntimeChange? change)
    {
        var map = new MapBuilder();
        if (change is null)
        {
            return map;
        }

        var seconds = change.Interval.TotalSeconds;
        return map
            .Add("CPU", change.CpuTime, string.Create(CultureInfo.InvariantCulture, $"{change.CpuTime / change.Interval:0.##} CPUs"))
            .Add("allocated", new ReportSize(change.AllocatedBytes), $"{Measures.Size((long)(change.AllocatedBytes / seconds))} a second")
            .AddKnown("heap grew by", change.HeapGrowth)
            .AddKnown("memory grew by", change.ResidentGrowth)
            .Add("collections", string.Join(" / ", change.Collections), "gen 0 / 1 / 2")
            .Add("paused", change.PauseTime, string.Create(CultureInfo.InvariantCulture, $"{change.PauseShare * 100:0.##} % of the time"))
            .Add("completed items", change.CompletedWorkItems, PerSecond(change.CompletedWorkItems, seconds))
            .Add("lock contentions", change.LockContentions, PerSecond(change.LockContentions, seconds))
            .AddKnown("exceptions", change.ExceptionsThrown is { } thrown ? (ReportValue)thrown : null, PerSecond(change.ExceptionsThrown ?? 0, seconds));
    }

    private static ReportMap ShowTotals(RuntimeFacts facts, ExceptionFacts? exceptions) => new MapBuilder()
        .Add("up", facts.Uptime)
        .Add("CPU", facts.CpuTime, $"{Measures.Count(facts.ProcessorCount, "processor")} to use")
        .Add("active timers", facts.ActiveTimers)
        .Add("lock contentions", facts.LockContentions)
        .Add("exceptions thrown", exceptions is null ? new ReportUnknown("not counted") : exceptions.Total)
        .Add("methods compiled", facts.JitMethods, $"in {Measures.Duration(facts.JitTime)}")
        .Build();

    private static string PerSecond(long count, double seconds) => string.Create(CultureInfo.InvariantCulture, $"{count / seconds:0.#} a second");
}
