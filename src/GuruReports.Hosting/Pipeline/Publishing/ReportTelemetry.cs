using GuruReports.Hosting.Boundary;
using GuruReports.Hosting.Telemetry;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Pipeline.Publishing;

/// <summary>Hands the numbers of each report to whoever collects metrics, within the time of a destination.</summary>
internal sealed class ReportTelemetry(JobRunner runner)
{
    /// <summary>Hands them over.</summary>
    public void Note(Report report, string trigger, ReportOutcome outcome, GuruMeditationOptions options) => runner.RunForeign<object>(
        "metrics",
        _ =>
        {
            ReporterMeter.Shared.Value.Note(report, trigger, outcome);
            return null;
        },
        options.DestinationTimeout,
        options.MaximumAbandonedThreads);
}
