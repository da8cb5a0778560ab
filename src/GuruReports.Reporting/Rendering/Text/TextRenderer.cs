using GuruReports.Reporting.Model;

namespace GuruReports.Reporting.Rendering.Text;

/// <summary>Shows a report as text for a person at a terminal: findings first, own code before framework code.</summary>
internal static class TextRenderer
{
    /// <summary>Writes the whole report; lines end in <c>\n</c>.</summary>
    public static void Render(Report report, TextWriter writer, TextLook look)
    {
        var page = new TextPage(look.Ascii ? new AsciiWriter(writer) : writer, look);
        TextHead.Write(page, report);
        TextFindings.Write(page, report);
        foreach (var section in report.Sections)
        {
            TextSection.Write(page, section);
        }

        TextClosing.Write(page, report);
    }
}
