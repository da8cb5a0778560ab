using GuruReports.Reporting;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting;

/// <summary>Makes reports from code. Registered as a singleton.</summary>
public interface IGuruMeditation
{
    /// <summary>Makes a report now, on threads of its own, and waits for it. It goes to no destination.</summary>
    /// <param name="reason">What asks for it.</param>
    /// <returns>The report; it is incomplete rather than late.</returns>
    /// <exception cref="InvalidOperationException">Called from a section, a sink or a rule of a running report.</exception>
    Report Capture(string reason = "requested by code");

    /// <summary>Asks for a report, as a signal does, and returns at once. It goes to the configured destinations.</summary>
    /// <param name="reason">What asks for it.</param>
    void Request(string reason);

    /// <summary>Shows a report as text in the given format.</summary>
    /// <param name="report">The report.</param>
    /// <param name="format">The format.</param>
    /// <returns>The text.</returns>
    string Render(Report report, ReportFormat format = ReportFormat.Text);
}
