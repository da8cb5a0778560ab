using GuruReports.Hosting.Boundary;
using Microsoft.Extensions.Logging;

namespace GuruReports.Hosting.Sinks.Logging;

/// <summary>Sends a report to the host's <c>ILogger</c> as one event. A provider may block or throw: the caller's deadline holds.</summary>
/// <param name="logger">The logger, made at host start.</param>
/// <param name="category">Its category, for people.</param>
/// <param name="level">The level of the event.</param>
/// <param name="isShort">Whether a report that is elsewhere too is named only.</param>
/// <param name="isTemplate">Whether the logger stores templates; see <see cref="TemplateLoggers"/>.</param>
internal sealed class LoggerSink(ILogger logger, string category, LogLevel level, bool isShort = false, bool isTemplate = false) : IReportSink, IForeignCode
{
    private static readonly EventId s_id = new(100, "GuruMeditationReport");

    /// <inheritdoc/>
    public string Write(RenderedReport report)
    {
        if (!logger.IsEnabled(level))
        {
            throw new SinkException($"logging is off for category {category} at level {level}");
        }

        var state = new ReportEvent(report, isShort && report.WrittenTo.Count > 0, isTemplate);
        logger.Log(level, s_id, state, exception: null, static (state, _) => state.Message);
        return state.IsShort ? $"ILogger, category {category} (in short)" : $"ILogger, category {category}";
    }
}
