using GuruReports.Reporting.Model;
using GuruReports.Reporting.Rendering.Text;
using GuruReports.Reporting.Rendering.Words;

namespace GuruReports.Reporting.Rendering.Html;

/// <summary>The findings on the page.</summary>
internal static class HtmlFindings
{
    public static void Write(HtmlPage page, Report report)
    {
        page.Open("section", null, "id", "findings");
        page.Element("h2", null, "Findings");
        page.Constant("\n");
        if (report.Findings.Count == 0)
        {
            page.Element("p", "summary", TextFindings.Nothing(report));
        }

        foreach (var finding in report.Findings)
        {
            WriteOne(page, report, finding);
        }

        page.CloseLine("section");
    }

    private static void WriteOne(HtmlPage page, Report report, Finding finding)
    {
        page.Open("div", $"finding {Wording.Lower(finding.Severity)}");
        page.Open("h3");
        page.Element("b", null, finding.Name);
        page.Text(finding.Summary);
        page.Close("h3");
        page.Element("div", "grade", $"{Wording.Lower(finding.Severity)}, {Wording.Lower(finding.Certainty)}, {finding.Id}{TextFindings.Since(report, finding)}");
        if (finding.Evidence.Count > 0)
        {
            page.Open("div", "evidence");
            foreach (var evidence in finding.Evidence)
            {
                page.Open("pre");
                page.Lines(evidence);
                page.CloseLine("pre");
            }

            page.Close("div");
        }

        if (!string.IsNullOrEmpty(finding.Advice))
        {
            page.Element("p", "advice", finding.Advice);
        }

        page.CloseLine("div");
    }
}
