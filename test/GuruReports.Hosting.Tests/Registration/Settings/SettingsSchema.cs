using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace GuruReports.Hosting.Tests.Registration.Settings;

/// <summary>Makes the JSON schema of the settings from the options and what their documentation says of them.</summary>
internal sealed partial class SettingsSchema
{
    private const string TimePattern = @"^(\d+|(\d+\.)?([01]?\d|2[0-3]):[0-5]?\d(:[0-5]?\d(\.\d{1,7})?)?)$";

    private static readonly JsonSerializerOptions s_format = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Dictionary<string, string> _summaries = XDocument.Load(Path.ChangeExtension(typeof(GuruMeditationOptions).Assembly.Location, ".xml"))
        .Descendants("member")
        .ToDictionary(member => member.Attribute("name")!.Value, member => Text(member.Element("summary")));

    /// <summary>Makes it.</summary>
    public static string Make()
    {
        var schema = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject { [GuruMeditationOptions.SectionName] = new SettingsSchema().Group(typeof(GuruMeditationOptions), "The settings of Guru Meditation Reports.") },
        };
        return schema.ToJsonString(s_format) + "\n";
    }

    private JsonObject Group(Type type, string description)
    {
        var properties = new JsonObject();
        foreach (var property in type.GetProperties().OrderBy(property => property.Name, StringComparer.Ordinal))
        {
            var about = WithoutVerb(_summaries.GetValueOrDefault($"P:{property.DeclaringType!.FullName}.{property.Name}", ""));
            properties[property.Name] = property.Name == nameof(GuruMeditationOptions.Signal) ? new() { ["type"] = new JsonArray("string", "integer"), ["description"] = about }
                : property.PropertyType == typeof(IList<KnownTypeOptions>) ? List(typeof(KnownTypeOptions), about)
                : property.PropertyType.Namespace == type.Namespace && property.PropertyType.IsClass ? Group(property.PropertyType, about) : Value(property.PropertyType, about);
        }

        return new JsonObject { ["type"] = "object", ["description"] = description, ["properties"] = properties, ["additionalProperties"] = false };
    }

    private JsonObject List(Type type, string description) =>
        new() { ["type"] = "array", ["description"] = description, ["items"] = Group(type, _summaries.GetValueOrDefault($"T:{type.FullName}", "")) };

    private static JsonObject Value(Type type, string description)
    {
        var value = Shape(type);
        value["description"] = description;
        return value;
    }

    private static JsonObject Shape(Type type) => type switch
    {
        _ when type == typeof(bool) => new() { ["type"] = "boolean" },
        _ when type == typeof(int) || type == typeof(long) => new() { ["type"] = "integer" },
        _ when type == typeof(double) => new() { ["type"] = "number" },
        _ when type == typeof(TimeSpan) => new() { ["type"] = "string", ["pattern"] = TimePattern },
        _ when type == typeof(ReportDestinations) => new()
        {
            // One is offered; several are a text with commas or a list.
            ["anyOf"] = new JsonArray(
                Names(type),
                new JsonObject { ["type"] = "string", ["pattern"] = $"^({string.Join('|', Enum.GetNames(type))})( *, *({string.Join('|', Enum.GetNames(type))}))*$" },
                new JsonObject { ["type"] = "array", ["items"] = Names(type) }),
        },
        _ when type.IsEnum => Names(type),
        _ when type == typeof(IList<string>) => new()
        {
            ["anyOf"] = new JsonArray(
                new JsonObject { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "string" } },
                new JsonObject { ["type"] = "string" }),
        },
        _ => new() { ["type"] = "string" },
    };

    private static JsonObject Names(Type type) => new() { ["enum"] = new JsonArray([.. Enum.GetNames(type).Select(name => (JsonNode)name)]) };

    private static string Text(XElement? summary)
    {
        var words = summary is null ? "" : string.Concat(summary.Nodes().Select(node => node switch
        {
            XText text => text.Value,
            XElement { Name.LocalName: "see" } see => see.Attribute("cref")?.Value.Split('.')[^1] ?? see.Attribute("langword")?.Value ?? "",
            XElement element => element.Value,
            _ => "",
        }));
        return Spaces().Replace(words, " ").Trim();
    }

    private static string WithoutVerb(string summary) =>
        Verb().Replace(summary, "") is { Length: > 0 } rest ? char.ToUpperInvariant(rest[0]) + rest[1..] : "";

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex("^Gets (or sets )?")]
    private static partial Regex Verb();
}
