using System.Text;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using GuruReports.Reporting.Model;
using GuruReports.Reporting.Model.Stacks;
using GuruReports.Reporting.Tests.Rendering;
using GuruReports.Tests;

namespace GuruReports.Reporting.Tests.Reading;

public class ReportJsonTests
{
    private static readonly string s_sample = Rendered.Whole(ReportFormat.Json, SampleReport.Build());

    [Fact]
    public void Read_AnyReport_RendersToTheSameBytes() =>
        Check.One(Fuzz.Cases(150), Prop.ForAll(AnyReport.Reports.ToArbitrary(), AssertSameWhenReadBack));

    [Fact]
    public void Read_RichReport_RendersToTheSameBytes() => AssertSameWhenReadBack(SampleReport.Build());

    [Fact]
    public void Read_LargeReport_RendersToTheSameBytes() => AssertSameWhenReadBack(LargeReport.Build(400));

    [Theory]
    [InlineData(22)]
    [InlineData(23)]
    [InlineData(24)]
    [InlineData(10_000)]
    public void Read_ValuesNestedDeep_RenderToTheSameBytes(int levels)
    {
        ReportValue list = 1, map = "two\nlines", table = new ReportText(""), stacks = 1.5;
        var node = new ReportTreeNode("leaf", [new("deep", new ReportList([1]))], []);
        for (var i = 0; i < levels; i++)
        {
            list = new ReportList([list]);
            map = new ReportMap([new("inner", map), new("inner", "again")]);
            table = new ReportTable(["column"], [[table]]);
            stacks = new ReportStacks([new StackGroup { Count = 1, Noun = "thread", State = "deep", Members = [new("#1", [new("inner", stacks)])] }]);
            node = new ReportTreeNode("node", [new("list", new ReportList([i]))], [node]);
        }

        AssertSameWhenReadBack(Rendered.With(new ReportList([list, map, table, stacks, new ReportTree([node])])));
    }

    [Fact]
    public void Read_StreamWithByteOrderMark_IsRead()
    {
        using var stream = new MemoryStream([0xef, 0xbb, 0xbf, .. Encoding.UTF8.GetBytes(s_sample)]);

        var report = ReportJson.Read(stream);

        Assert.Equal(s_sample, Rendered.Whole(ReportFormat.Json, report));
    }

    [Fact]
    public void Read_DocumentCutAnywhere_IsRefusedAsNoWholeDocument() =>
        Assert.All(Enumerable.Range(0, 200), i => Assert.Throws<InvalidDataException>(() => ReportJson.Read(s_sample[..(s_sample.Length * i / 200)])));

    [Fact]
    public void Read_LaterVersion_IsRefusedWithBothVersions()
    {
        var document = JsonNode.Parse(s_sample)!;
        document["schemaVersion"] = Report.SchemaVersion + 1;

        var exception = Assert.Throws<NotSupportedException>(() => ReportJson.Read(document.ToJsonString()));

        Assert.Equal("The report has version 2 of the schema; this library reads up to 1", exception.Message);
    }

    [Fact]
    public void Read_LargerThanAllowed_IsRefusedBeforeTheStreamIsReadToItsEnd()
    {
        using var endless = new EndlessSpaces();

        var exception = Assert.Throws<InvalidDataException>(() => ReportJson.Read(endless, 1 << 20));

        Assert.Contains("1048576", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"schemaVersion":0}""", "$.schemaVersion is no version")]
    [InlineData("""{"schemaVersion":1}""", "$ has no id")]
    [InlineData("[]", "$ has no schemaVersion")]
    [InlineData("1 2", "no whole JSON document")]
    [InlineData("""{"id":1,"id":2}""", "no whole JSON document")]
    public void Read_NoReport_IsRefusedWithThePath(string json, string message)
    {
        var exception = Assert.Throws<InvalidDataException>(() => ReportJson.Read(json));

        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("durationSeconds", "1e300", "$.durationSeconds is no span of time")]
    [InlineData("createdAt", "\"yesterday\"", "$.createdAt is no moment")]
    [InlineData("sections", """[{"title":"a","status":"broken"}]""", "$.sections[0].status is none of complete, partial")]
    [InlineData("sections", """[{"title":"a","status":"1"}]""", "$.sections[0].status is none of complete, partial")]
    [InlineData("sections", """[{"title":"a","status":"late","durationSeconds":0,"value":{"map":{"x":[1,{"bytes":1.5}]}}}]""", "$.sections[0].value.map.x[1].bytes is no whole number")]
    [InlineData("sections", """[{"title":"a","status":"late","durationSeconds":0,"value":[null]}]""", "$.sections[0].value[0] is no value")]
    public void Read_DamagedReport_IsRefusedWithThePath(string member, string value, string message)
    {
        var document = JsonNode.Parse(s_sample)!;
        document[member] = JsonNode.Parse(value);

        var exception = Assert.Throws<InvalidDataException>(() => ReportJson.Read(document.ToJsonString()));

        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_DocumentOfALaterLibrary_IgnoresNewMembersAndTellsOfNewKindsOfValues()
    {
        var document = JsonNode.Parse(s_sample)!;
        document["more"] = 1;
        document["sections"] = JsonNode.Parse("""[{"title":"a","host":null,"status":"complete","reason":null,"durationSeconds":0,"summary":null,"value":{"matrix":[]},"new":1}]""");

        var section = ReportJson.Read(document.ToJsonString()).Sections.Single();

        Assert.Equal(new ReportUnknown("a value of a kind that this version does not know: matrix"), section.Value);
    }

    private static void AssertSameWhenReadBack(Report report)
    {
        var json = Rendered.Whole(ReportFormat.Json, report);

        var read = ReportJson.Read(json);

        Assert.Equal(json, Rendered.Whole(ReportFormat.Json, read));
        Assert.Equal(Rendered.Whole(ReportFormat.Text, report), Rendered.Whole(ReportFormat.Text, read));
        Assert.Equal(Rendered.Whole(ReportFormat.Xml, report), Rendered.Whole(ReportFormat.Xml, read));
        Assert.Equal(Rendered.Whole(ReportFormat.Html, report), Rendered.Whole(ReportFormat.Html, read));
        var options = new RenderingOptions { MaximumSize = 100_000, ShowFrameworkFrames = true, Colour = true };
        Assert.Equal(ReportRendering.Render(report, ReportFormat.Text, options), ReportRendering.Render(read, ReportFormat.Text, options));
    }

    private sealed class EndlessSpaces : MemoryStream
    {
        public override int Read(Span<byte> buffer)
        {
            buffer.Fill((byte)' ');
            return buffer.Length;
        }
    }
}
