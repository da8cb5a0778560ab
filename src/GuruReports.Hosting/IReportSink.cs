namespace GuruReports.Hosting;

/// <summary>Takes a finished report somewhere.</summary>
/// <remarks>
/// Called on a thread of its own that is left alone when the sink does not return within its time. It may throw: the
/// failure is told on standard error and in the next report, never through <c>ILogger</c>.
/// </remarks>
public interface IReportSink
{
    /// <summary>Writes the report.</summary>
    /// <param name="report">The rendered report.</param>
    /// <returns>Where the report is now, in a person's words (for example a path).</returns>
    string Write(RenderedReport report);
}
