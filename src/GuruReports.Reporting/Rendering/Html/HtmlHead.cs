using GuruReports.Reporting.Model;
using GuruReports.Reporting.Rendering.Text;
using GuruReports.Reporting.Rendering.Words;
using GuruReports.Reporting.Vocabulary;

namespace GuruReports.Reporting.Rendering.Html;

/// <summary>The top of the page: who reports, why, when, and links to the sections.</summary>
internal static class HtmlHead
{
    public static void Write(HtmlPage page, Report report)
    {
        var service = report.Service;
        page.Constant("<header><div><div>\n");
        page.Element("h1", null, $"Guru Meditation #{report.Id}");
        page.Open("p");
        page.Element("b", null, service.Version is null ? $"{service.Name} (version unknown)" : $"{service.Name} {service.Version}");
        page.Text(FormattableString.Invariant($"   pid {service.ProcessId} on {service.MachineName}   up {Measures.Duration(service.Uptime)}"));
        page.CloseLine("p");
        var requests = report.Requests == 1 ? "" : $" ({Measures.Count(report.Requests, "request")})";
        page.Element("p", null, $"{report.Reason}{requests}   {Wording.Time(report.CreatedAt)}   {Measures.Duration(report.Duration)}, {TextHead.Paused(report)}");
        page.Constant("\n</div></div></header>\n");
    }

    public static void WriteContents(HtmlPage page, Report report)
    {
        page.Open("nav");
        Link(page, "findings", null, report.Findings.Count == 0 ? "Findings: none" : $"Findings: {report.Findings.Count}");
        for (var i = 0; i < report.Sections.Count; i++)
        {
            var section = report.Sections[i];
            var mark = section.Status is SectionStatus.Complete ? "" : $": {Wording.Lower(section.Status)}";
            Link(page, HtmlSection.Anchor(i), HtmlSection.StatusClass(section.Status), HtmlSection.Title(section) + mark);
        }

        page.CloseLine("nav");
    }

    private static void Link(HtmlPage page, string anchor, string? cssClass, string text)
    {
        page.Open("a", cssClass, "href", "#" + anchor);
        page.Text(text);
        page.CloseLine("a");
    }
}
