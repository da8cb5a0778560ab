using System.Globalization;
using System.Runtime;
using GuruReports.Hosting.Facts.Runtime;
using GuruReports.Inspection.Processes.Clocks;

namespace GuruReports.Hosting.Sections.Runtime;

/// <summary>Asks the runtime for its facts, by public means only.</summary>
internal static class RuntimeReader
{
    private static readonly string[] s_generations = ["gen 0", "gen 1", "gen 2", "large objects", "pinned objects"];

    /// <summary>Reads the facts.</summary>
    public static RuntimeFacts Read(RuntimeSample sample, RuntimeChange? change) => new()
    {
        Version = Environment.Version.ToString(),
        Uptime = Uptime(),
        ProcessorCount = Environment.ProcessorCount,
        GarbageCollector = ReadCollector(sample),
        ThreadPool = ReadThreadPool(sample),
#pragma warning disable RS0030 // A timer is counted here, not used.
        ActiveTimers = Timer.ActiveCount,
#pragma warning restore RS0030
        LockContentions = sample.LockContentions,
        ExceptionsThrown = sample.ExceptionsThrown,
        JitMethods = JitInfo.GetCompiledMethodCount(),
        JitTime = JitInfo.GetCompilationTime(),
        CpuTime = sample.CpuTime,
        Change = change,
    };

    /// <summary>Returns for how long the process has run.</summary>
    public static TimeSpan Uptime() => DateTimeOffset.UtcNow - ProcessStart.At;

    private static ThreadPoolFacts ReadThreadPool(RuntimeSample sample)
    {
        ThreadPool.GetMinThreads(out var least, out _);
        ThreadPool.GetMaxThreads(out var most, out _);
        ThreadPool.GetAvailableThreads(out var available, out _);
        return new ThreadPoolFacts
        {
            Workers = ThreadPool.ThreadCount,
            MinWorkers = least,
            MaxWorkers = most,
            AvailableWorkers = available,
            PendingWorkItems = ThreadPool.PendingWorkItemCount,
            CompletedWorkItems = sample.CompletedWorkItems,
        };
    }

    private static GarbageCollectorFacts ReadCollector(RuntimeSample sample)
    {
        var last = GC.GetGCMemoryInfo(GCKind.Any);
        return new GarbageCollectorFacts
        {
            IsServer = GCSettings.IsServerGC,
            IsConcurrent = GCSettings.LatencyMode is not GCLatencyMode.Batch,
            LatencyMode = GCSettings.LatencyMode.ToString(),
            AllocatedNow = GC.GetTotalMemory(forceFullCollection: false),
            AllocatedTotal = sample.AllocatedBytes,
            HeapSize = last.HeapSizeBytes,
            Committed = last.TotalCommittedBytes,
            Fragmented = last.FragmentedBytes,
            Generations = ReadGenerations(last),
            PinnedObjects = last.PinnedObjectsCount,
            FinalizationPending = last.FinalizationPendingCount,
            MemoryLoad = last.MemoryLoadBytes,
            HighMemoryLoadThreshold = last.HighMemoryLoadThresholdBytes,
            AvailableMemory = last.TotalAvailableMemoryBytes,
            HardLimit = ReadHardLimit(),
            PauseTotal = sample.PauseTime,
            PauseShare = last.PauseTimePercentage / 100,
            LastCollections = ReadLastCollections(),
        };
    }

    private static List<GenerationFacts> ReadGenerations(GCMemoryInfo last)
    {
        var result = new List<GenerationFacts>();
        for (var index = 0; index < last.GenerationInfo.Length && index < s_generations.Length; index++)
        {
            var info = last.GenerationInfo[index];
            int? collections = index <= GC.MaxGeneration ? GC.CollectionCount(index) : null;
            result.Add(new GenerationFacts(s_generations[index], collections, info.SizeBeforeBytes, info.SizeAfterBytes, info.FragmentationAfterBytes));
        }

        return result;
    }

    private static List<CollectionFacts> ReadLastCollections()
    {
        var result = new List<CollectionFacts>();
        Add(result, GCKind.Ephemeral, "ephemeral");
        Add(result, GCKind.FullBlocking, "full blocking");
        Add(result, GCKind.Background, "background");
        result.Sort((x, y) => y.Index.CompareTo(x.Index));
        return result;
    }

    private static void Add(List<CollectionFacts> result, GCKind kind, string name)
    {
        var info = GC.GetGCMemoryInfo(kind);
        if (info.Index > 0)
        {
            var pauses = info.PauseDurations.ToArray().Where(pause => pause > TimeSpan.Zero).ToArray();
            result.Add(new CollectionFacts(info.Index, name, info.Generation, info.Compacted, pauses));
        }
    }

    private static long? ReadHardLimit()
    {
        var found = GC.GetConfigurationVariables().TryGetValue("GCHeapHardLimit", out var value);
        return found && Convert.ToInt64(value, CultureInfo.InvariantCulture) is > 0 and var limit ? limit : null;
    }
}
