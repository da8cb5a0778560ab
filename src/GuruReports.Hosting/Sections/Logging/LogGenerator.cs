using GuruReports.Hosting.Events;
using GuruReports.Hosting.Facts.Runtime;
using GuruReports.Reporting.Model;
using Microsoft.Extensions.Logging;

namespace GuruReports.Hosting.Sections.Logging;

/// <summary>The last log events of the process.</summary>
internal sealed class LogGenerator(LogEvents events) : IProcessWideGenerator
{
    public LogGenerator()
        : this(LogEvents.Shared)
    {
    }

    /// <inheritdoc/>
    public string Title => "Log";

    /// <inheritdoc/>
    public ReportSection Generate(ReportContext context)
    {
        if (events.Level is LogLevel.None)
        {
            return new ReportSection { Title = Title, Summary = "Log events are not kept (LogEvents is None)." };
        }

        if (!events.IsAttached)
        {
            return new ReportSection { Title = Title, Summary = "No log events come here: nothing logs, or the host's logging takes no providers (with Serilog: writeToProviders: true)." };
        }

        var kept = events.Read();
        return new ReportSection { Title = Title, Summary = LogView.Summarize(events, kept), Value = LogView.Show(kept, context.Redactor), Facts = [new LogFacts(Errors(kept))] };
    }

    private static List<LoggedExceptionFacts> Errors(IReadOnlyList<LogEvent> kept) =>
    [
        .. kept.Where(static entry => entry is { Level: >= LogLevel.Error, ExceptionTypes.Count: > 0 })
            .GroupBy(static entry => string.Join('\n', entry.ExceptionTypes))
            .Select(static group => new LoggedExceptionFacts(group.First().ExceptionTypes, group.Last().Category, group.Count(), group.Max(static entry => entry.At))),
    ];
}
