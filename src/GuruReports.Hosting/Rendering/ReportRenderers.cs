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
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "There is no such format."),
    };
}
