using GuruReports.Reporting.Model;

namespace GuruReports.Reporting.Rendering.Html;

/// <summary>Shows a report as one HTML page that needs nothing else: no script, no other file, no network.</summary>
internal static class HtmlRenderer
{
    private const string Policy =
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src &#39;none&#39;; style-src &#39;" + HtmlStyle.Hash
        + "&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;\" />\n";

    /// <summary>Writes the whole report; lines end in <c>\n</c>.</summary>
    public static void Render(Report report, TextWriter writer)
    {
        var page = new HtmlPage(writer);
        WriteStart(page, report);
        HtmlHead.Write(page, report);
        page.Constant("<main>\n");
        HtmlHead.WriteContents(page, report);
        HtmlFindings.Write(page, report);
        for (var i = 0; i < report.Sections.Count; i++)
        {
            HtmlSection.Write(page, report.Sections[i], i);
        }

        page.Constant("</main>\n");
        HtmlFooter.Write(page, report);
        page.Constant("</body>\n</html>\n");
    }

    private static void WriteStart(HtmlPage page, Report report)
    {
        page.Constant("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\" />\n");
        page.Constant(Policy);
        page.Constant("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />\n<meta name=\"referrer\" content=\"no-referrer\" />\n");
        page.Element("title", null, $"{report.Service.Name}: Guru Meditation {report.Id}");
        page.Constant("\n<style>");
        page.Constant(HtmlStyle.Sheet);
        page.Constant("</style>\n</head>\n<body>\n");
    }
}
