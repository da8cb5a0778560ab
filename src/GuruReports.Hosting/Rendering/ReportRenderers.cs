using GuruReports.Hosting.Model;

namespace GuruReports.Hosting.Rendering;

/// <summary>Chooses the renderer of a format.</summary>
internal static class ReportRenderers
{
    /// <summary>Returns the renderer of a format.</summary>
    /// <param name="format">The format.</param>
    /// <param name="showFrameworkFrames">Whether text shows framework frames one by one; the other formats carry them all.</param>
    /// <param name="colour">Whether text is coloured for a terminal.</param>
    /// <returns>The renderer; it keeps no state and may be shared.</returns>
    public static IReportRenderer For(ReportFormat format, bool showFrameworkFrames = false, bool colour = false) => format switch
    {
        ReportFormat.Text => new TextRenderer(showFrameworkFrames, colour),
        ReportFormat.Json => new JsonRenderer(),
        ReportFormat.Xml => new XmlRenderer(),
        ReportFormat.Html => new HtmlRenderer(),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "There is no such format."),
    };

    /// <summary>Renders a report as the options want it, within <see cref="GuruMeditationOptions.MaximumReportSize"/>.</summary>
    /// <param name="report">The report.</param>
    /// <param name="format">The format.</param>
    /// <param name="options">The look of stacks, and the size.</param>
    /// <param name="colour">Whether text is coloured for a terminal.</param>
    /// <returns>The whole text; where something had to be cut, it says what.</returns>
    public static string RenderLimited(Report report, ReportFormat format, GuruMeditationOptions options, bool colour = false)
    {
        var renderer = For(format, options.Threads.ShowFrameworkFrames, colour);
        var foldsStacks = format is ReportFormat.Text && !options.Threads.ShowFrameworkFrames;
        return LimitedRendering.Render(report, renderer, options.MaximumReportSize, foldsStacks);
    }
}
