using GuruReports.Hosting.Sinks;
using GuruReports.Reporting;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Pipeline;

/// <summary>
/// Renders a finished report and takes it to its destinations, each within its time. What a destination lost is told on
/// standard error and in the next report, never through a logger; only a report that nobody took goes there whole.
/// </summary>
/// <remarks>Runs on the report worker only.</remarks>
internal sealed class ReportPublisher(StandardErrorSink standardError)
{
    private const string StandardErrorName = "standard error";

    private readonly AbandonableRunner _runner = new("guru-meditation destinations");
    private readonly List<string> _lost = [];

    /// <summary>Returns what was lost since the last call.</summary>
    public IReadOnlyList<string> TakeLost()
    {
        string[] lost = [.. _lost];
        _lost.Clear();
        return lost;
    }

    /// <summary>Goes the way of a line to standard error without one.</summary>
    public void Prepare(GuruMeditationOptions options) =>
        _runner.Run(StandardErrorName, _ => Written(standardError.Prepare), options.DestinationTimeout, options.MaximumAbandonedThreads);

    /// <summary>Writes one line to standard error.</summary>
    public void Announce(string line, GuruMeditationOptions options)
    {
        var result = _runner.Run(StandardErrorName, _ => Written(() => standardError.WriteLine(line)), options.DestinationTimeout, options.MaximumAbandonedThreads);
        Note(StandardErrorName, "a line", result);
    }

    /// <summary>Takes the report to all destinations, and to the last resorts when none of them, nor standard error, took it.</summary>
    public void Publish(Report report, IReadOnlyList<ReportDestination> destinations, IReadOnlyList<ReportDestination> lastResorts, GuruMeditationOptions options)
    {
        var plain = Render(report, options, colour: false);
        var written = new List<string>(destinations.Count);
        var failed = new List<string>();
        foreach (var destination in destinations)
        {
            TakeTo(destination);
        }

        if (failed.Count > 0 && !destinations.Any(IsStandardError))
        {
            TakeTo(new ReportDestination(StandardErrorName, standardError));
        }

        if (failed.Count > 0 && written.Count == 0)
        {
            foreach (var lastResort in lastResorts)
            {
                TakeTo(lastResort);
            }
        }

        Announce(ClosingLine(report, written, failed), options);

        void TakeTo(ReportDestination destination)
        {
            var rendered = IsStandardError(destination) && TerminalColour.IsWanted ? Render(report, options, colour: true) : plain;
            var result = Write(destination, rendered, options);
            (result is { Outcome: RunOutcome.Completed } ? written : failed).Add(Describe(destination, result));
            Note(destination.Name, "report " + report.Id, result);
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

    private static RenderedReport Render(Report report, GuruMeditationOptions options, bool colour) => new()
    {
        Id = report.Id,
        Reason = report.Reason,
        ServiceName = report.Service.Name,
        CreatedAt = report.CreatedAt,
        Format = options.Format,
        Text = ReportRendering.Render(report, options.Format, options.Rendering(colour)),
        Findings = report.Findings,
        TimeLimit = options.DestinationTimeout,
    };

    private static string Describe(ReportDestination destination, RunResult<string> result) => result.Outcome switch
    {
        RunOutcome.Completed => result.Value ?? destination.Name,
        RunOutcome.Failed => $"{destination.Name}: {result.Error!.Message}",
        RunOutcome.Late => $"{destination.Name}: it did not return in time",
        RunOutcome.Quarantined => $"{destination.Name}: an earlier write has not returned yet",
        _ => $"{destination.Name}: too many sections and destinations hang already",
    };

    private static string Written(Action write)
    {
        write();
        return StandardErrorName;
    }

    private bool IsStandardError(ReportDestination destination) => ReferenceEquals(destination.Sink, standardError);

    // The sink has its own deadline of the same length; half as much again lets it say what it could not do.
    private RunResult<string> Write(ReportDestination destination, RenderedReport rendered, GuruMeditationOptions options) =>
        _runner.Run(destination.Name, _ => destination.Sink.Write(rendered), options.DestinationTimeout * 1.5, options.MaximumAbandonedThreads);

    private void Note(string destination, string what, RunResult<string> result)
    {
        if (result.Outcome is not RunOutcome.Completed && _lost.Count < 20)
        {
            _lost.Add($"{what} was lost: {Describe(new ReportDestination(destination, standardError), result)}");
        }
    }
}
