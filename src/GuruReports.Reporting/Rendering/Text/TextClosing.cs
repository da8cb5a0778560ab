using GuruReports.Reporting.Model;
using GuruReports.Reporting.Rendering.Words;
using GuruReports.Reporting.Vocabulary;

namespace GuruReports.Reporting.Rendering.Text;

/// <summary>The last box: how the report was made, what it cost, what it leaves out.</summary>
internal static class TextClosing
{
    public static void Write(TextPage page, Report report)
    {
        page.Banner("About this report");
        page.Prose(0, 2, $"{TextHead.Collected(report)}, {TextHead.Paused(report)}, answers {Measures.Count(report.Requests, "request")}", width: page.Width);
        var times = report.Sections.Select(section => VisibleText.Line($"{Title(section)} {Measures.Duration(section.Duration)}{Mark(section)}"));
        page.Run(0, 10, times.Select((time, i) => i == 0 ? $"sections  {time}" : time).Select((time, i) => i == report.Sections.Count - 1 ? time : time + ","), " ");
        foreach (var note in report.Notes)
        {
            page.Prose(0, 10, $"note      {note}", "note".Length, Ink.Warning);
        }

        page.Line(0, $"end of report {report.Id}");
    }

    private static string Title(ReportSection section) => section.Host is null ? section.Title : $"{section.Title} ({section.Host})";

    private static string Mark(ReportSection section) => section.Status is SectionStatus.Complete ? "" : $" {Wording.Lower(section.Status)}";
}
