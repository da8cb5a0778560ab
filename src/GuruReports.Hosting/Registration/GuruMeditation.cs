using GuruReports.Hosting.Pipeline;
using GuruReports.Reporting;
using GuruReports.Reporting.Model;
using Microsoft.Extensions.Options;

namespace GuruReports.Hosting.Registration;

/// <summary>Reports for code, over the process's report center.</summary>
internal sealed class GuruMeditation(IOptionsMonitor<GuruMeditationOptions> options) : IGuruMeditation
{
    public Report Capture(string reason = "requested by code")
    {
        ArgumentNullException.ThrowIfNull(reason);
        return ReportCenter.Instance.Capture(reason);
    }

    public void Request(string reason)
    {
        ArgumentNullException.ThrowIfNull(reason);
        ReportCenter.Instance.RequestByCode(reason);
    }

    public string Render(Report report, ReportFormat format = ReportFormat.Text)
    {
        ArgumentNullException.ThrowIfNull(report);
        return ReportRendering.Render(report, format, options.CurrentValue.Rendering());
    }
}
