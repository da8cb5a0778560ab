using System.Globalization;
using GuruReports.Hosting.Facts.Resources;
using GuruReports.Inspection.Processes;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Sections.Resources;

/// <summary>Shows the facts of the control group. Pure.</summary>
internal static class ControlGroupView
{
    /// <summary>Turns them into a value.</summary>
    public static ReportMap Show(ControlGroup group, ThrottlingFacts? lately)
    {
        var map = new MapBuilder()
            .Add("group", group.Path, $"version {group.Version}")
            .Add("memory limit", group.MemoryLimit is { } limit ? new ReportSize(limit) : new ReportText("none"))
            .AddKnown("memory throttled from", group.MemoryHigh)
            .AddKnown("memory", group.MemoryCurrent, MemoryRemark(group))
            .AddKnown("memory at most", group.MemoryPeak)
            .AddKnown("swap", group.SwapCurrent, group.SwapLimit is { } swap ? $"limit {Measures.Size(swap)}" : null)
            .AddKnown("memory limit hit", Times(group.MemoryLimitHits))
            .AddKnown("memory throttled", Times(group.MemoryHighHits))
            .AddKnown("killed for want of memory", Times(group.OomKills))
            .Add("CPU limit", group.CpuLimit is { } cpus ? new ReportNumber(Math.Round(cpus, 2), "CPUs") : new ReportText("none"));
        if (group is { CpuPeriods: { } periods, ThrottledPeriods: { } throttled } && periods > 0)
        {
            map.Add("CPU throttled", group.ThrottledTime ?? TimeSpan.Zero, $"in {throttled} of {periods} periods, {Amount.Share(throttled, periods)}{Lately(lately)}");
        }

        return map
            .AddKnown("tasks", group.Tasks is { } tasks ? (ReportValue)tasks : null, group.TaskLimit is { } most ? $"limit {most}" : null)
            .Build();
    }

    private static string? MemoryRemark(ControlGroup group)
    {
        var share = group is { MemoryCurrent: { } current, MemoryLimit: { } limit } ? $"{Amount.Share(current, limit)} of the limit" : null;
        var cache = group.MemoryReclaimable is { } reclaimable ? $"{Measures.Size(reclaimable)} of it idle file cache" : null;
        var text = string.Join("; ", new[] { share, cache }.OfType<string>());
        return text.Length == 0 ? null : text;
    }

    private static string Lately(ThrottlingFacts? lately) =>
        lately is { Periods: > 0 } ? $"; {Amount.Share(lately.ThrottledPeriods, lately.Periods)} since the previous report" : "";

    private static ReportNumber? Times(long? count) => count is { } known ? new ReportNumber(known, known == 1 ? "time" : "times") : null;
}
