using System.Xml.Linq;
using GuruReports.Reporting.Model;
using GuruReports.Reporting.Rendering.Xml;

namespace GuruReports.Reporting.Tests.Rendering;

public class XmlRendererTests
{
    private static readonly XNamespace Ns = XmlRenderer.Namespace;

    [Fact]
    public void Render_RichReport_MatchesTheGoldenDocument()
    {
        var xml = Rendered.By(XmlRenderer.Render, SampleReport.Build());

        GoldenFile.Check("report.xml", xml);
    }

    [Fact]
    public void Render_CharactersThatXmlForbids_AreVisible()
    {
        var report = Rendered.With(new ReportMap([new("a\0name", "\u001b[31m\ufffe\ud800<&>]]>")]));

        var entry = XDocument.Parse(Rendered.By(XmlRenderer.Render, report)).Descendants(Ns + "entry").Single();

        Assert.Equal(@"a\x00name", entry.Attribute("name")!.Value);
        Assert.Equal("\\x1b[31m\\ufffe\ufffd<&>]]>", entry.Value);
    }

    [Fact]
    public void Render_LineBreaks_SurviveInNamesAndTexts()
    {
        var report = Rendered.With(new ReportMap([new("two\nlines", "a\r\nb\tc")]));

        var entry = XDocument.Parse(Rendered.By(XmlRenderer.Render, report)).Descendants(Ns + "entry").Single();

        Assert.Equal("two\nlines", entry.Attribute("name")!.Value);
        Assert.Equal("a\r\nb\tc", entry.Value);
    }

    [Fact]
    public void Render_RichReport_CarriesEveryMemberAndFrame()
    {
        var document = XDocument.Parse(Rendered.By(XmlRenderer.Render, SampleReport.Build()));

        var group = document.Descendants(Ns + "group").First();

        Assert.Equal(61, group.Elements(Ns + "member").Count());
        Assert.Equal(21, group.Elements(Ns + "frame").Count());
    }
}
