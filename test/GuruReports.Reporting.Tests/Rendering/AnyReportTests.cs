using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;
using GuruReports.Reporting.Model;
using GuruReports.Reporting.Rendering.Html;
using GuruReports.Reporting.Rendering.Json;
using GuruReports.Reporting.Rendering.Limits;
using GuruReports.Reporting.Rendering.Text;
using GuruReports.Reporting.Rendering.Xml;
using GuruReports.Tests;

namespace GuruReports.Reporting.Tests.Rendering;

public class AnyReportTests
{
    private static readonly HashSet<string> Elements = new(
        "html head meta title style body header div h1 p b main nav a section h2 h3 small details summary table thead tbody tr th td span pre ul li i footer svg rect".Split(' '),
        StringComparer.Ordinal);

    [Fact]
    public void Render_AnyReport_TextHasNoControlCharactersAndIsWellFormed() => ForAny(Rendered.AsText, AssertVisible);

    [Fact]
    public void Render_AnyReport_JsonParses() => ForAny(JsonRenderer.Render, text =>
    {
        JsonDocument.Parse(text).Dispose();
        Assert.DoesNotContain(text, character => character != '\n' && char.IsControl(character));
    });

    [Fact]
    public void Render_AnyReport_XmlParses() => ForAny(XmlRenderer.Render, text => XDocument.Parse(text));

    [Fact]
    public void Render_AnyReport_HtmlHasOnlyItsOwnElements() => ForAny(HtmlRenderer.Render, text =>
    {
        AssertVisible(text);
        var page = XDocument.Parse(text).Root!;
        Assert.All(page.DescendantsAndSelf(), element => Assert.Contains(element.Name.ToString(), Elements));
    });

    [Fact]
    public void RenderLimited_AnyReportAndLimit_NeverExceedsIt()
    {
        var cases = from report in AnyReport.Reports
                    from format in Gen.Elements(Enum.GetValues<ReportFormat>())
                    select (Report: Enlarge(report), Format: format);

        Check.One(Quick(40), Prop.ForAll(cases.ToArbitrary(), one =>
        {
            var text = ReportRendering.Render(one.Report, one.Format, new RenderingOptions { MaximumSize = 20_000 });
            Assert.InRange(Encoding.UTF8.GetByteCount(text), 1, 20_000);
        }));
    }

    private static Report Enlarge(Report report) => report with { Sections = Enumerable.Repeat(report.Sections, 12).SelectMany(sections => sections).ToList() };

    private static void ForAny(Action<Report, TextWriter> renderer, Action<string> check) =>
        Check.One(Quick(150), Prop.ForAll(AnyReport.Reports.ToArbitrary(), report => check(Rendered.By(renderer, report))));

    private static Config Quick(int count) => Fuzz.Cases(count);

    private static void AssertVisible(string text)
    {
        Assert.DoesNotContain(text, character => (character != '\n' && char.IsControl(character)) || character is >= '\u202a' and <= '\u202e');
        Assert.Equal(text, Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)));
    }
}
