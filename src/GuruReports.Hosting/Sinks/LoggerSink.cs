using GuruReports.Hosting.Boundary;
using Microsoft.Extensions.Logging;

namespace GuruReports.Hosting.Sinks;

/// <summary>Sends a report to the host's <c>ILogger</c> as one structured event. A provider may block or throw: the caller's deadline holds.</summary>
/// <param name="logger">The logger, made at host start.</param>
/// <param name="category">Its category, for people.</param>
/// <param name="level">The level of the event.</param>
internal sealed partial class LoggerSink(ILogger logger, string category, LogLevel level) : IReportSink, IForeignCode
{
    /// <inheritdoc/>
    public string Write(RenderedReport report)
    {
        if (!logger.IsEnabled(level))
        {
            throw new SinkException($"logging is off for category {category} at level {level}");
        }

        var findings = report.Findings.Count == 0 ? "none" : string.Join(", ", report.Findings.Select(finding => finding.Name));
        LogReport(logger, level, report.Id, report.Reason, report.ServiceName, findings, report.Text);
        return $"ILogger, category {category}";
    }

    [LoggerMessage(
        EventId = 100,
        EventName = "GuruMeditationReport",
        Message = "Guru Meditation Report {ReportId} of {ServiceName} ({Reason}), findings: {Findings}\n{Report}")]
    private static partial void LogReport(
        ILogger logger,
        LogLevel level,
        string reportId,
        string reason,
        string serviceName,
        string findings,
        string report);
}
