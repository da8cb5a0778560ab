using GuruReports.Hosting.Pipeline;
using GuruReports.Reporting;
using GuruReports.Reporting.Model;
using Microsoft.Extensions.Options;

namespace GuruReports.Hosting.Registration;

/// <summary>Reports for code, over the process's report center.</summary>
internal sealed class GuruMeditation(IOptionsMonitor<GuruMeditationOptions> options) : IGuruMeditation
{
    private static readonly TimeSpan s_longest = TimeSpan.FromDays(1);

    public Report Capture(string reason = "requested by code", TimeSpan? timeLimit = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(reason);
        if (timeLimit is { } limit)
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(limit, TimeSpan.Zero, nameof(timeLimit));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, s_longest, nameof(timeLimit));
        }

        cancellation.ThrowIfCancellationRequested();
        return ReportCenter.Instance.Capture(reason, timeLimit, cancellation);
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
