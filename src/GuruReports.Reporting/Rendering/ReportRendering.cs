using GuruReports.Reporting.Model;
using GuruReports.Reporting.Rendering.Html;
using GuruReports.Reporting.Rendering.Json;
using GuruReports.Reporting.Rendering.Limits;
using GuruReports.Reporting.Rendering.Text;
using GuruReports.Reporting.Rendering.Xml;

namespace GuruReports.Reporting.Rendering;

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

    /// <summary>Returns the renderer of a format, without a limit; it keeps no state and may be shared.</summary>
    internal static IReportRenderer RendererOf(ReportFormat format, RenderingOptions? options = null) => format switch
    {
        ReportFormat.Text => new TextRenderer(options?.ShowFrameworkFrames is true, options?.Colour is true),
        ReportFormat.Json => new JsonRenderer(),
        ReportFormat.Xml => new XmlRenderer(),
        ReportFormat.Html => new HtmlRenderer(),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "There is no such format."),
    };
}
