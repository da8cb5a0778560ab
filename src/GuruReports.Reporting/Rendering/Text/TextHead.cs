using GuruReports.Reporting.Model;
using GuruReports.Reporting.Rendering.Words;
using GuruReports.Reporting.Vocabulary;

namespace GuruReports.Reporting.Rendering.Text;

/// <summary>The first lines of a report: who reports, why, when, and whether the report is whole.</summary>
internal static class TextHead
{
    private const string Gap = "   ";
    private const double MuchCollecting = 0.2;

    public static void Write(TextPage page, Report report)
    {
        var service = report.Service;
        page.Banner("Guru Meditation");
        Write(
            page,
            service.Version is null ? $"{service.Name} (version unknown)" : $"{service.Name} {service.Version}",
            FormattableString.Invariant($"pid {service.ProcessId} on {service.MachineName}"),
            $"up {Measures.Duration(service.Uptime)}");
        Write(
            page,
            $"report {report.Id}",
            report.Requests == 1 ? report.Reason : $"{report.Reason} ({Measures.Count(report.Requests, "request")})",
            Wording.Time(report.CreatedAt),
            $"{Measures.Duration(report.Duration)}, {Paused(report)}");
        WriteGaps(page, report);
        page.Blank();
    }

    /// <summary>Says how long the service stood still for the report.</summary>
    public static string Paused(Report report) =>
        report.Paused is { } paused ? $"paused {Measures.Duration(paused)}" : "pause not measured";

    /// <summary>Says how long the report took, and what the collector took of it where that is much.</summary>
    public static string Collected(Report report) =>
        report.CollectorPaused is { } collector && collector > report.Duration * MuchCollecting
            ? $"collected in {Measures.Duration(report.Duration)}, all threads stopped by garbage collections for {Measures.Duration(collector)} of it"
            : $"collected in {Measures.Duration(report.Duration)}";

    private static void Write(TextPage page, params IEnumerable<string> parts) => page.Run(0, 2, parts, Gap);

    private static void WriteGaps(TextPage page, Report report)
    {
        var gaps = report.Sections
            .Where(section => section.Status != SectionStatus.Complete)
            .Select(section => $"{section.Title} {Wording.Lower(section.Status)}");
        var notes = report.Notes.Count == 0 ? [] : new[] { $"{Measures.Count(report.Notes.Count, "note")} at the end" };
        var all = string.Join(", ", gaps.Concat(notes));
        if (all.Length > 0)
        {
            page.Prose(0, 2, $"not whole: {all}", "not whole:".Length, Ink.Warning);
        }
    }
}
