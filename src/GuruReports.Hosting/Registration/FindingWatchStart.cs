using GuruReports.Hosting.History.Watching;
using GuruReports.Hosting.Pipeline;
using GuruReports.Inspection;
using GuruReports.Inspection.Threads;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Registration;

/// <summary>Makes the watch for critical findings of the process.</summary>
internal static class FindingWatchStart
{
    /// <summary>Makes it; null where it is turned off.</summary>
    /// <param name="options">The settings.</param>
    /// <param name="center">Knows whether a report is being made, which finds the same.</param>
    public static FindingWatch? Make(GuruMeditationOptions options, ReportCenter center)
    {
        var interval = options.Watchdog.Rules.LookInterval;
        if (interval <= TimeSpan.Zero)
        {
            return null;
        }

        var settings = new ThreadCaptureOptions { Method = options.Threads.Method, FrameworkAssemblies = [.. options.Threads.FrameworkAssemblies], Deadline = options.SectionTimeout };
        var look = new Lazy<FindingLook>(() => new FindingLook(options, () => ProcessInspector.CaptureThreads(settings)));
        return new FindingWatch(interval, () => center.IsReporting ? [] : Critical(look.Value.Find()));
    }

    private static IReadOnlyList<string> Critical(IEnumerable<Finding> findings) =>
        [.. findings.Where(finding => finding.Severity is FindingSeverity.Critical).Select(finding => $"{finding.Id} {finding.Name}").Distinct(StringComparer.Ordinal)];
}
