using GuruReports.Reporting.Model;
using GuruReports.Reporting.Rendering.Text;

namespace GuruReports.Reporting.Tests.Rendering;

/// <summary>Shortcuts from a model to text.</summary>
internal static class Rendered
{
    public static string By(Action<Report, TextWriter> renderer, Report report)
    {
        using var writer = new StringWriter();
        renderer(report, writer);
        return writer.ToString();
    }

    public static void AsText(Report report, TextWriter writer) => TextRenderer.Render(report, writer, new TextLook());

    /// <summary>Returns the whole report, whatever its size.</summary>
    public static string Whole(ReportFormat format, Report report) => ReportRendering.Render(report, format, new RenderingOptions { MaximumSize = long.MaxValue });

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
