using GuruReports.Hosting.History;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Findings;

/// <summary>Says since when a finding shows in the record, and what changed then.</summary>
internal static class FindingHistory
{
    private const int MostChanges = 3;

    // What changed together within this time belongs together.
    private static readonly TimeSpan s_together = TimeSpan.FromSeconds(15);

    private static readonly Measure[] s_work = [Measure.Queued, Measure.Completed, Measure.HeartbeatDelay, Measure.Workers, Measure.Cpu, Measure.Contentions, Measure.Threads];
    private static readonly Measure[] s_memory = [Measure.Heap, Measure.Resident, Measure.Anonymous, Measure.GroupMemory, Measure.Allocated, Measure.FullCollections];
    private static readonly Measure[] s_collector = [Measure.Paused, Measure.FullCollections, Measure.MiddleCollections, Measure.Collections, Measure.Allocated, Measure.Heap];
    private static readonly Measure[] s_processors = [Measure.Cpu, Measure.KernelCpu, Measure.GroupCpu, Measure.Throttled, Measure.Completed, Measure.Queued];

    /// <summary>The measures in which a finding shows. One that is not here shows in none that is recorded.</summary>
    private static readonly Dictionary<string, Measure[]> s_measures = new(StringComparer.Ordinal)
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

    /// <summary>Adds to each finding since when it shows, where the record tells.</summary>
    public static IReadOnlyList<Finding> Date(IReadOnlyList<Finding> findings, Report report) =>
        report.Facts<HistoryFacts>() is { Changes.Count: > 0 } history ? [.. findings.Select(finding => Date(finding, history))] : findings;

    private static Finding Date(Finding finding, HistoryFacts history)
    {
        if (!s_measures.TryGetValue(finding.Id, out var measures))
        {
            return finding;
        }

        var changes = history.Changes.Where(change => measures.Contains(change.Measure)).ToList();
        if (changes.Count == 0)
        {
            return finding;
        }

        var together = changes.Where(change => change.At - changes[0].At <= s_together).Take(MostChanges).Select(HistoryWords.Describe);
        return finding with { Since = changes[0].At, Evidence = [.. finding.Evidence, $"what changed then: {string.Join(", ", together)}"] };
    }
}
