using GuruReports.Reporting.Model;

namespace GuruReports.Reporting.Tests.Rendering;

/// <summary>Shortcuts from a model to text.</summary>
internal static class Rendered
{
    public static string By(IReportRenderer renderer, Report report)
    {
        using var writer = new StringWriter();
        renderer.Render(report, writer);
        return writer.ToString();
    }

    public static Report With(ReportValue value) => With(new ReportSection { Title = "Cheese", Value = value });

    public static Report With(params ReportSection[] sections) => new()
    {
        Id = "1",
        Reason = "test",
        CreatedAt = DateTimeOffset.UnixEpoch,
        Service = new ServiceIdentity { Name = "service", ProcessId = 1, MachineName = "machine" },
        Sections = sections,
    };
}
