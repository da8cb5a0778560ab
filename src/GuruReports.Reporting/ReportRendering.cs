using GuruReports.Reporting.Model;
using GuruReports.Reporting.Rendering.Html;
using GuruReports.Reporting.Rendering.Json;
using GuruReports.Reporting.Rendering.Limits;
using GuruReports.Reporting.Rendering.Text;
using GuruReports.Reporting.Rendering.Xml;

namespace GuruReports.Reporting;

/// <summary>Shows reports. The same report in the same format with the same options gives the same bytes, on every machine.</summary>
public static class ReportRendering
{
    /// <summary>Shows a report in a format, within <see cref="RenderingOptions.MaximumSize"/>. May be called on any thread.</summary>
    /// <param name="report">The report.</param>
    /// <param name="format">The format.</param>
    /// <param name="options">How it is shown; null for the defaults.</param>
    /// <returns>The whole text, lines ended by <c>\n</c>; where something had to be cut, it says what.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="report"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such format.</exception>
    public static string Render(Report report, ReportFormat format, RenderingOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(report);
        options ??= RenderingOptions.Default;
        var foldsStacks = format is ReportFormat.Text && !options.ShowFrameworkFrames;
        return LimitedRendering.Render(report, RendererOf(format, options), options.MaximumSize, foldsStacks);
    }

    private static Action<Report, TextWriter> RendererOf(ReportFormat format, RenderingOptions options) => format switch
    {
        ReportFormat.Text => (report, writer) => TextRenderer.Render(report, writer, new(options.ShowFrameworkFrames, options.Colour, options.Ascii, options.Width)),
        ReportFormat.Json => JsonRenderer.Render,
        ReportFormat.Xml => XmlRenderer.Render,
        ReportFormat.Html => HtmlRenderer.Render,
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "There is no such format."),
    };
}
