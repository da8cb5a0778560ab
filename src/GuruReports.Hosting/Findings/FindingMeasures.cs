using GuruReports.Hosting.History;

namespace GuruReports.Hosting.Findings;

/// <summary>In which measures of the record each finding shows. One that is not here shows in none that is recorded.</summary>
internal static class FindingMeasures
{
    private static readonly Measure[] s_work = [Measure.Queued, Measure.Completed, Measure.HeartbeatDelay, Measure.Workers, Measure.Cpu, Measure.Contentions, Measure.Threads];
    private static readonly Measure[] s_memory = [Measure.Heap, Measure.Resident, Measure.Anonymous, Measure.GroupMemory, Measure.Allocated, Measure.FullCollections];
    private static readonly Measure[] s_collector = [Measure.Paused, Measure.FullCollections, Measure.MiddleCollections, Measure.Collections, Measure.Allocated, Measure.Heap];
    private static readonly Measure[] s_processors = [Measure.Cpu, Measure.KernelCpu, Measure.GroupCpu, Measure.Throttled, Measure.Completed, Measure.Queued];

    private static readonly Dictionary<string, Measure[]> s_all = new(StringComparer.Ordinal)
    {
        [FindingIds.Deadlock] = s_work,
        [FindingIds.Convoy] = s_work,
        [FindingIds.AbandonedLock] = s_work,
        [FindingIds.Semaphore] = s_work,
        [FindingIds.Starvation] = s_work,
        [FindingIds.SyncOverAsync] = s_work,
        [FindingIds.StalledAsync] = s_work,
        [FindingIds.AcceptQueue] = s_work,
        [FindingIds.Overload] = [.. s_processors, Measure.HeartbeatDelay],
        [FindingIds.HotThread] = s_processors,
        [FindingIds.Throttled] = s_processors,
        [FindingIds.MachineBusy] = s_processors,
        [FindingIds.GcPauses] = s_collector,
        [FindingIds.InducedGc] = s_collector,
        [FindingIds.Fragmentation] = s_memory,
        [FindingIds.MemoryLimit] = s_memory,
        [FindingIds.MemoryGrowth] = s_memory,
        [FindingIds.UnreadQueue] = s_memory,
        [FindingIds.Finalizer] = s_memory,
        [FindingIds.Exceptions] = [Measure.Exceptions],
        [FindingIds.Failure] = [Measure.Exceptions],
        [FindingIds.InlineContinuation] = s_work,
        [FindingIds.Exhausted] = s_work,
        [FindingIds.Computing] = s_processors,
        [FindingIds.BlockedWorkers] = s_work,
        [FindingIds.Compiling] = s_processors,
        [FindingIds.CachedFailure] = [Measure.Exceptions],
        [FindingIds.Descriptors] = [Measure.Descriptors],
        [FindingIds.CloseWait] = [Measure.Descriptors],
        [FindingIds.Ports] = [Measure.Descriptors],
        [FindingIds.Threads] = [Measure.Threads],
        [FindingIds.Timers] = [Measure.Timers],
    };

    /// <summary>Returns the measures in which a finding shows.</summary>
    public static IReadOnlyList<Measure> Of(string id) => s_all.GetValueOrDefault(id) ?? [];
}
