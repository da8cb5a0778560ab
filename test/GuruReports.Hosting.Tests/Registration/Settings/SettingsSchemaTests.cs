using System.Text.Json.Nodes;
using GuruReports.Testing;
using Json.Schema;

namespace GuruReports.Hosting.Tests.Registration.Settings;

/// <summary>The schema in the package, by which editors complete appsettings.json.</summary>
public sealed class SettingsSchemaTests
{
    private static readonly string s_path = Repository.PathOf("src", "GuruReports.Hosting", "ConfigurationSchema.json");

    [Fact]
    public void File_InThePackage_IsMadeFromTheOptions()
    {
        var made = SettingsSchema.Make();
        if (Environment.GetEnvironmentVariable("GURU_UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(s_path, made);
        }

        Assert.Equal(made, File.ReadAllText(s_path));
    }

    [Theory]
    [InlineData("""{ "GuruMeditation": { "Destination": "StandardError, File", "MinimumInterval": "00:00:05", "Snapshot": { "Enabled": false } } }""", true)]
    [InlineData("""{ "GuruMeditation": { "Destination": ["StandardError", "File"], "Redaction": { "KeyPatterns": "foo" } }, "Logging": {} }""", true)]
    [InlineData("""{ "GuruMeditation": { "Destination": "Logger", "Signal": 12 } }""", true)]
    [InlineData("""{ "GuruMeditation": { "Format": "Pdf" } }""", false)]
    [InlineData("""{ "GuruMeditation": { "Destination": "Printer" } }""", false)]
    [InlineData("""{ "GuruMeditation": { "Destination": "File, Printer" } }""", false)]
    [InlineData("""{ "GuruMeditation": { "Snapshots": {} } }""", false)]
    [InlineData("""{ "GuruMeditation": { "RetainedReports": "many" } }""", false)]
    public void Schema_SettingsOfAFile_AreJudged(string settings, bool isValid)
    {
        var schema = JsonSchema.FromText(File.ReadAllText(s_path));

        var result = schema.Evaluate(JsonNode.Parse(settings));

        Assert.Equal(isValid, result.IsValid);
    }
}
