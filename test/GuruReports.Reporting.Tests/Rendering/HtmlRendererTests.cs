using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using GuruReports.Reporting.Model;
using GuruReports.Reporting.Rendering.Html;

namespace GuruReports.Reporting.Tests.Rendering;

public class HtmlRendererTests
{
    [Fact]
    public void Render_RichReport_MatchesTheGoldenPage()
    {
        var html = Rendered.By(HtmlRenderer.Render, SampleReport.Build());

        GoldenFile.Check("report.html", html);
    }

    [Fact]
    public void Render_AnyReport_AllowsItsOwnStyleAndNothingElse()
    {
        var page = Page(SampleReport.Build());

        var policy = page.Descendants("meta").Single(meta => (string?)meta.Attribute("http-equiv") == "Content-Security-Policy").Attribute("content")!.Value;
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(page.Descendants("style").Single().Value)));

        Assert.Equal($"default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'", policy);
    }

    [Fact]
    public void Render_MarkupInEveryText_StaysText()
    {
        const string markup = "</pre></td></style><script>alert(1)</script>'\"&amp;";
        var report = Rendered.With(new ReportSection
        {
            Title = markup,
            Host = markup,
            Summary = markup,
            Reason = markup,
            Status = SectionStatus.Partial,
            Value = new ReportMap([new(markup, new ReportTable([markup], [[markup], [markup + "\n" + markup]]), markup)]),
        });

        var page = Page(report with { Reason = markup, Notes = [markup], Findings = [SampleStacks.Deadlock() with { Name = markup, Evidence = [markup] }] });

        Assert.Empty(page.Descendants("script"));
        Assert.Contains(markup, page.Descendants("h2").Last().Value, StringComparison.Ordinal);
        Assert.Contains(page.Descendants("td"), cell => cell.Value == markup);
    }

    [Fact]
    public void Render_LongTable_StartsFolded()
    {
        var table = new ReportTable(["n"], [.. Enumerable.Range(0, 41).Select(i => (IReadOnlyList<ReportValue>)[i])]);

        var page = Page(Rendered.With(table));

        Assert.Equal("41 rows", page.Descendants("details").Single().Element("summary")!.Value);
    }

    [Fact]
    public void Render_FrameworkFrames_AreAllThereFolded()
    {
        var page = Page(Rendered.With(SampleStacks.Threads()));

        var group = page.Descendants("div").First(div => (string?)div.Attribute("class") == "group");

        Assert.Equal(21, group.Descendants("div").Count(div => ((string?)div.Attribute("class"))?.StartsWith("frame ", StringComparison.Ordinal) == true));
        Assert.Contains(group.Descendants("summary"), summary => summary.Value == "… 14 other frames");
    }

    private static XElement Page(Report report) => XDocument.Parse(Rendered.By(HtmlRenderer.Render, report)).Root!;
}
