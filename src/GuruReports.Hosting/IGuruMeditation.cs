using GuruReports.Reporting;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting;

/// <summary>Makes reports from code. Registered as a singleton.</summary>
public interface IGuruMeditation
{
    /// <summary>
    /// Makes a report now, on threads of its own, and blocks the calling thread until it is there. It goes to no destination.
    /// A report that is being made is finished first.
    /// </summary>
    /// <param name="reason">What asks for it.</param>
    /// <param name="timeLimit">
    /// How long to wait, up to a day; the report is collected in a part of it, and is incomplete rather than late.
    /// Default: twice <see cref="GuruMeditationOptions.ReportTimeout"/> and 5 s.
    /// </param>
    /// <param name="cancellation">Ends the wait. A report that is being made by then is finished and thrown away.</param>
    /// <returns>The report.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="reason"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="timeLimit"/> is not above zero, or is more than a day.</exception>
    /// <exception cref="InvalidOperationException">Called from a section, a sink or a rule of a running report; or the report could not be made, which the inner exception explains.</exception>
    /// <exception cref="TimeoutException">The report did not come within the time; another one took it, or the machine is too busy.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was canceled.</exception>
    Report Capture(string reason = "requested by code", TimeSpan? timeLimit = null, CancellationToken cancellation = default);

    /// <summary>Asks for a report, as a signal does, and returns at once. It goes to the configured destinations.</summary>
    /// <param name="reason">What asks for it.</param>
    /// <exception cref="ArgumentNullException"><paramref name="reason"/> is null.</exception>
    void Request(string reason);

    /// <summary>Shows a report as text in the given format.</summary>
    /// <param name="report">The report.</param>
    /// <param name="format">The format.</param>
    /// <returns>The text.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="report"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such format.</exception>
    string Render(Report report, ReportFormat format = ReportFormat.Text);
}
