using GuruReports.Hosting.Facts.Runtime;
using GuruReports.Hosting.Findings.Memory;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Findings.Pool;

/// <summary>Says how much the process allocates, where that is much: copying and clearing of memory looks like computing.</summary>
internal static class Allocation
{
    private const double Much = 200 << 20;
    private static readonly TimeSpan s_window = TimeSpan.FromMilliseconds(100);

    public static IEnumerable<string> Describe(Report report) =>
        Lately.Of(report) is { } change && change.Interval >= s_window && change.AllocatedBytes / change.Interval.TotalSeconds is >= Much and var rate
            ? [$"the process allocates {Measures.Size((long)rate)} a second, {Words.Percent(change.PauseShare)} of the time it stands for collections", .. WhoAllocates.Describe(report)]
            : [];
}
