using GuruReports.Hosting.Boundary;
using GuruReports.Reporting;
using GuruReports.Reporting.Model;
using GuruReports.Hosting.Pipeline.Collecting;
using GuruReports.Hosting.Redaction;
using GuruReports.Hosting.Sinks;
using GuruReports.Hosting.Telemetry;

namespace GuruReports.Hosting.Pipeline.Publishing;

/// <summary>
/// Renders a finished report and takes it to its destinations, each within its time. What a destination lost is told on
/// standard error and in the next report, never through a logger; only a report that nobody took goes there whole.
/// </summary>
/// <remarks>Runs on the report worker only.</remarks>
internal sealed class ReportPublisher
{
    private readonly JobRunner _runner;
    private readonly IStandardError _standardError;
    private readonly LostReports _lost;
    private readonly StandardErrorLines _lines;

    public ReportPublisher(ReportWays ways, LostReports lost, StandardErrorLines lines)
    {
        _runner = ways.Runner;
        _standardError = ways.StandardError;
        _lost = lost;
        _lines = lines;
    }

    /// <summary>Takes the report to all destinations, and to the last resorts when none of them, nor standard error, took it.</summary>
    public ReportOutcome Publish(BuiltReport built, IReadOnlyList<ReportDestination> destinations, IReadOnlyList<ReportDestination> lastResorts, GuruMeditationOptions options)
    {
        var report = built.Report;
        var plain = Render(report, options, options.Rendering());
        var written = new List<string>(destinations.Count);
        var failed = new List<string>();
        foreach (var destination in destinations)
        {
            TakeTo(destination);
        }

        if (failed.Count > 0 && !destinations.Any(IsStandardError))
        {
            TakeTo(new ReportDestination(StandardErrorLines.Name, _standardError));
        }

        if (failed.Count > 0 && written.Count == 0)
        {
            foreach (var lastResort in lastResorts)
            {
                TakeTo(lastResort);
            }
        }

        if (failed.Count > 0 || Destinations.AreTold(destinations))
        {
            _lines.Write(ClosingLine(report, written, failed), built.Redactor, options);
        }

        return written.Count == 0 ? ReportOutcome.Lost : failed.Count > 0 ? ReportOutcome.PartlyWritten : ReportOutcome.Written;

        void TakeTo(ReportDestination destination)
        {
            var rendered = IsStandardError(destination) && TerminalLook.IsTerminal ? Render(report, options, TerminalLook.Of(options.Rendering())) : plain;
            var result = Write(destination, rendered with { WrittenTo = [.. written] }, options);
            (result is { Outcome: JobOutcome.Completed } ? written : failed).Add(OwnLine.Part(LostReports.Describe(destination.Name, result), built.Redactor));
            _lost.Note(destination.Name, "report " + report.Id, result);
        }
    }

    private static string ClosingLine(Report report, List<string> written, List<string> failed)
    {
        var where = written.Count == 0 ? "not written" : "written to " + string.Join(", ", written);
        var lost = failed.Count == 0 ? "" : "; failed: " + string.Join("; ", failed);
        var paused = report.Paused is { } pause ? FormattableString.Invariant($", paused {pause.TotalMilliseconds:0.0} ms") : "";
        return FormattableString.Invariant(
            $"GuruMeditation: report {report.Id} {where}{lost}; {report.Duration.TotalMilliseconds:0} ms{paused}");
    }

    private static RenderedReport Render(Report report, GuruMeditationOptions options, RenderingOptions rendering) => new()
    {
        Id = report.Id,
        Reason = report.Reason,
        ServiceName = report.Service.Name,
        CreatedAt = report.CreatedAt,
        Format = options.Format,
        Text = SafeRendering.Render(report, options.Format, rendering),
        Findings = report.Findings,
        TimeLimit = options.DestinationTimeout,
    };

    private bool IsStandardError(ReportDestination destination) => ReferenceEquals(destination.Sink, _standardError);

    // The sink has its own deadline of the same length; half as much again lets it say what it could not do.
    private JobResult<string> Write(ReportDestination destination, RenderedReport rendered, GuruMeditationOptions options)
    {
        var limit = options.DestinationTimeout * 1.5;
        var name = "destination/" + destination.Name;
        return OwnCode.IsForeign(destination.Sink)
            ? _runner.RunForeign(name, _ => Write(destination.Sink, rendered), limit, options.MaximumAbandonedThreads)
            : _runner.Run(name, _ => Write(destination.Sink, rendered), limit);
    }

    private static string? Write(IReportSink sink, RenderedReport rendered) =>
        sink.Write(rendered) is { } where ? BoundedText.Cut(where, 4 * OwnLine.LongestPart) : null;
}
