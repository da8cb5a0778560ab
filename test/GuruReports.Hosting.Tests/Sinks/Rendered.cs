using GuruReports.Reporting;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Tests.Sinks;

/// <summary>Makes rendered reports for tests.</summary>
internal static class Rendered
{
    internal static RenderedReport Report(
        string text = "====\nGuru Meditation\n",
        string service = "fake-service",
        string id = "7f3a-1",
        ReportFormat format = ReportFormat.Text,
        int limitMilliseconds = 5000,
        params Finding[] findings) => new()
    {
        Id = id,
        Reason = "SIGUSR1",
        ServiceName = service,
        CreatedAt = new DateTimeOffset(2014, 1, 1, 12, 0, 0, TimeSpan.Zero),
        Format = format,
        Text = text,
        Findings = findings,
        TimeLimit = TimeSpan.FromMilliseconds(limitMilliseconds),
    };

    internal static Finding Finding(string name, FindingSeverity severity) => new()
    {
        Id = "GURU000",
        Name = name,
        Severity = severity,
        Summary = name,
    };
}
