using GuruReports.Reporting.Model;

namespace GuruReports.Reporting.Rendering.Text;

/// <summary>Shows a report as text for a person at a terminal: findings first, own code before framework code.</summary>
/// <param name="showFrameworkFrames">Whether framework frames are shown one by one instead of counted.</param>
/// <param name="colour">Whether headers and gravities are coloured for a terminal.</param>
internal sealed class TextRenderer(bool showFrameworkFrames = false, bool colour = false) : IReportRenderer
{
    /// <inheritdoc/>
    public void Render(Report report, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(writer);

        var page = new TextPage(writer, showFrameworkFrames, colour);
        TextHead.Write(page, report);
        TextFindings.Write(page, report);
        foreach (var section in report.Sections)
        {
            TextSection.Write(page, section);
        }

        TextClosing.Write(page, report);
    }
}
