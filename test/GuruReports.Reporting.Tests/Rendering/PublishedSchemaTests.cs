using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using FsCheck;
using FsCheck.Fluent;
using GuruReports.Reporting.Model;
using GuruReports.Reporting.Rendering.Json;
using GuruReports.Reporting.Rendering.Xml;
using GuruReports.Tests;

namespace GuruReports.Reporting.Tests.Rendering;

public class PublishedSchemaTests
{
    private static readonly PublishedSchema JsonSchema = new();

    private static readonly XmlSchemaSet XmlSchemas = ReadXsd();

    [Fact]
    public void Json_RichReport_IsValid()
    {
        Assert.Empty(JsonErrors(SampleReport.Build()));
    }

    [Fact]
    public void Json_AnyReport_IsValid() =>
        Check.One(Fuzz.Cases(), Prop.ForAll(AnyReport.Reports.ToArbitrary(), report => Assert.Empty(JsonErrors(report))));

    [Theory]
    [InlineData("schemaVersion", "2")]
    [InlineData("findings", """[{"id":"GURU001"}]""")]
    [InlineData("sections", """[{"title":"a","host":null,"status":"complete","reason":null,"durationSeconds":0,"summary":null,"value":{"size":1}}]""")]
    [InlineData("more", "1")]
    public void Json_ChangedReport_IsNotValid(string member, string value)
    {
        var document = JsonNode.Parse(Rendered.By(JsonRenderer.Render, SampleReport.Build()))!.AsObject();
        document[member] = JsonNode.Parse(value);

        Assert.NotEmpty(JsonSchema.Errors(JsonSerializer.SerializeToElement(document)));
    }

    [Fact]
    public void Xml_RichReport_IsValid()
    {
        Assert.Empty(XmlErrors(SampleReport.Build()));
    }

    [Fact]
    public void Xml_AnyReport_IsValid() =>
        Check.One(Fuzz.Cases(), Prop.ForAll(AnyReport.Reports.ToArbitrary(), report => Assert.Empty(XmlErrors(report))));

    private static List<string> JsonErrors(Report report)
    {
        using var document = JsonDocument.Parse(Rendered.By(JsonRenderer.Render, report));
        return JsonSchema.Errors(document.RootElement);
    }

    private static List<string> XmlErrors(Report report)
    {
        var errors = new List<string>();
        XDocument.Parse(Rendered.By(XmlRenderer.Render, report)).Validate(XmlSchemas, (_, error) => errors.Add(error.Message));
        return errors;
    }

    private static XmlSchemaSet ReadXsd()
    {
        using var reader = XmlReader.Create(PublishedSchema.PathOf("report.xsd"));
        var schemas = new XmlSchemaSet();
        schemas.Add(null, reader);
        return schemas;
    }
}
