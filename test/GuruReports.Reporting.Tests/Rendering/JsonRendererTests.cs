using System.Text.Json;
using GuruReports.Reporting.Model;
using GuruReports.Reporting.Rendering.Json;

namespace GuruReports.Reporting.Tests.Rendering;

public class JsonRendererTests
{
    [Fact]
    public void Render_RichReport_MatchesTheGoldenDocument()
    {
        var json = Rendered.By(JsonRenderer.Render, SampleReport.Build());

        GoldenFile.Check("report.json", json);
    }

    [Fact]
    public void Render_RichReport_CarriesEveryMemberAndFrame()
    {
        using var document = JsonDocument.Parse(Rendered.By(JsonRenderer.Render, SampleReport.Build()));

        var group = document.RootElement.GetProperty("sections")[1].GetProperty("value").GetProperty("stacks")[0];

        Assert.Equal(61, group.GetProperty("members").GetArrayLength());
        Assert.Equal(21, group.GetProperty("frames").GetArrayLength());
    }

    [Fact]
    public void Render_EqualNamesInAMap_KeepsEachEntry()
    {
        var report = Rendered.With(new ReportMap([new("a", 1), new("a", 2, "again"), new("a (2)", 3)]));

        using var document = JsonDocument.Parse(Rendered.By(JsonRenderer.Render, report));

        var value = document.RootElement.GetProperty("sections")[0].GetProperty("value");
        Assert.Equal("""{"a":1,"a (2)":2,"a (2) (2)":3}""", JsonSerializer.Serialize(value.GetProperty("map")));
        Assert.Equal("""{"a (2)":"again"}""", JsonSerializer.Serialize(value.GetProperty("remarks")));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Render_NumberWithoutJsonForm_IsUnknown(double number)
    {
        var report = Rendered.With(new ReportNumber(number, "%"));

        using var document = JsonDocument.Parse(Rendered.By(JsonRenderer.Render, report));

        Assert.Equal("not a finite number", document.RootElement.GetProperty("sections")[0].GetProperty("value").GetProperty("unknown").GetString());
    }

    [Fact]
    public void Render_DeeplyNestedValues_StayWithinTheDepthOfOrdinaryReaders()
    {
        ReportValue map = 1;
        var node = new ReportTreeNode("leaf", [], []);
        for (var i = 0; i < 10_000; i++)
        {
            map = new ReportMap([new("inner", map)]);
            node = new ReportTreeNode("node", [], [node]);
        }

        var json = Rendered.Whole(ReportFormat.Json, Rendered.With(new ReportList([map, new ReportTree([node])])));

        using var document = JsonDocument.Parse(json);
        Assert.Equal(2, json.Split("deeper levels are not shown").Length - 1);
    }
}
