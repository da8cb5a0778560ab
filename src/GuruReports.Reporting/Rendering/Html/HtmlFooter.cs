using GuruReports.Reporting.Model;
using GuruReports.Reporting.Rendering.Text;
using GuruReports.Reporting.Vocabulary;

namespace GuruReports.Reporting.Rendering.Html;

/// <summary>The end of the page: what the report cost and what it leaves out.</summary>
internal static class HtmlFooter
{
    public static void Write(HtmlPage page, Report report)
    {
        page.Open("footer");
        page.Element("p", null, $"{TextHead.Collected(report)}, {TextHead.Paused(report)}, answers {Measures.Count(report.Requests, "request")}");
        if (report.Notes.Count > 0)
        {
            page.Open("ul");
            foreach (var note in report.Notes)
            {
                page.Element("li", null, note);
            }

            page.Close("ul");
        }

        page.Element("p", null, $"end of report {report.Id}");
        page.CloseLine("footer");
    }
}
