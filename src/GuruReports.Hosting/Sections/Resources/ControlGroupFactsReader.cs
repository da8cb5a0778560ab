using GuruReports.Hosting.Facts.Resources;
using GuruReports.Inspection.Processes;

namespace GuruReports.Hosting.Sections.Resources;

/// <summary>Turns what was read of the control group into facts.</summary>
internal static class ControlGroupFactsReader
{
    /// <summary>Turns it.</summary>
    /// <param name="group">The control group.</param>
    /// <param name="previous">The sample of the previous report; null when there was none.</param>
    public static ControlGroupFacts From(ControlGroup group, ResourceSample? previous) => new()
    {
        Version = group.Version,
        Path = group.Path,
        MemoryLimit = group.MemoryLimit,
        MemoryHigh = group.MemoryHigh,
        MemoryCurrent = group.MemoryCurrent,
        MemoryPeak = group.MemoryPeak,
        MemoryReclaimable = group.MemoryReclaimable,
        MemoryLimitHits = group.MemoryLimitHits,
        MemoryHighHits = group.MemoryHighHits,
        OomKills = group.OomKills,
        SwapCurrent = group.SwapCurrent,
        SwapLimit = group.SwapLimit,
        CpuLimit = group.CpuLimit,
        CpuPeriods = group.CpuPeriods,
        ThrottledPeriods = group.ThrottledPeriods,
        ThrottledTime = group.ThrottledTime,
        RecentPeriods = group.CpuPeriods - previous?.Periods,
        RecentThrottledPeriods = group.ThrottledPeriods - previous?.ThrottledPeriods,
        Tasks = group.Tasks,
        TaskLimit = group.TaskLimit,
    };
}
