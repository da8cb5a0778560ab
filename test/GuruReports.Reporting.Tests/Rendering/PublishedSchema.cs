using System.Text.Json;
using GuruReports.Testing;

namespace GuruReports.Reporting.Tests.Rendering;

/// <summary>Checks documents against the part of JSON Schema that docs/report-schema/report.schema.json uses; an unknown keyword fails.</summary>
internal sealed class PublishedSchema
{
    private static readonly HashSet<string> Notes = ["$schema", "$id", "$defs", "title", "description"];

    private readonly JsonElement _root = JsonDocument.Parse(File.ReadAllText(PathOf("report.schema.json"))).RootElement;

    public static string PathOf(string file) => Repository.PathOf("docs", "report-schema", file);

    /// <summary>Returns what is wrong with a document; empty when it is valid.</summary>
    public List<string> Errors(JsonElement document)
    {
        var errors = new List<string>();
        Validate(document, _root, "$", errors);
        return errors;
    }

    private void Validate(JsonElement value, JsonElement schema, string path, List<string> errors)
    {
        foreach (var keyword in schema.EnumerateObject())
        {
            switch (keyword.Name)
            {
                case "$ref":
                    Validate(value, Resolve(keyword.Value.GetString()!), path, errors);
                    break;
                case "type" when !Types(keyword.Value).Any(type => IsType(value, type)):
                    errors.Add($"{path}: {value.ValueKind} is not {keyword.Value}");
                    break;
                case "const" when keyword.Value.GetRawText() != value.GetRawText():
                case "enum" when keyword.Value.EnumerateArray().All(allowed => allowed.GetRawText() != value.GetRawText()):
                    errors.Add($"{path}: {value} is not {keyword.Value}");
                    break;
                case "anyOf" when !keyword.Value.EnumerateArray().Any(choice => Fits(value, choice, path)):
                    errors.Add($"{path}: {value.ValueKind} fits no choice");
                    break;
                case "required" when value.ValueKind is JsonValueKind.Object:
                    errors.AddRange(keyword.Value.EnumerateArray().Where(name => !value.TryGetProperty(name.GetString()!, out _)).Select(name => $"{path}: no {name}"));
                    break;
                case "items" when value.ValueKind is JsonValueKind.Array:
                    value.EnumerateArray().Select((item, i) => (item, i)).ToList().ForEach(entry => Validate(entry.item, keyword.Value, $"{path}[{entry.i}]", errors));
                    break;
                case "properties" or "additionalProperties" when value.ValueKind is JsonValueKind.Object:
                    ValidateMembers(value, schema, keyword, path, errors);
                    break;
                case "type" or "const" or "enum" or "anyOf" or "required" or "items" or "properties" or "additionalProperties":
                    break;
                default:
                    Assert.Contains(keyword.Name, Notes);
                    break;
            }
        }
    }

    private void ValidateMembers(JsonElement value, JsonElement schema, JsonProperty keyword, string path, List<string> errors)
    {
        var hasNamed = schema.TryGetProperty("properties", out var named);
        foreach (var member in value.EnumerateObject())
        {
            JsonElement known = default;
            var isNamed = hasNamed && named.TryGetProperty(member.Name, out known);
            if (keyword.Name == "properties" && isNamed)
            {
                Validate(member.Value, known, $"{path}.{member.Name}", errors);
            }
            else if (keyword.Name == "additionalProperties" && !isNamed && keyword.Value.ValueKind is JsonValueKind.False)
            {
                errors.Add($"{path}: {member.Name} is not allowed");
            }
            else if (keyword.Name == "additionalProperties" && !isNamed)
            {
                Validate(member.Value, keyword.Value, $"{path}.{member.Name}", errors);
            }
        }
    }

    private bool Fits(JsonElement value, JsonElement schema, string path)
    {
        var errors = new List<string>();
        Validate(value, schema, path, errors);
        return errors.Count == 0;
    }

    private JsonElement Resolve(string reference) => _root.GetProperty("$defs").GetProperty(reference["#/$defs/".Length..]);

    private static IEnumerable<string> Types(JsonElement type) =>
        type.ValueKind is JsonValueKind.String ? [type.GetString()!] : type.EnumerateArray().Select(one => one.GetString()!);

    private static bool IsType(JsonElement value, string type) => type switch
    {
        "integer" => value.ValueKind is JsonValueKind.Number && value.TryGetInt64(out _),
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        _ => string.Equals(value.ValueKind.ToString(), type, StringComparison.OrdinalIgnoreCase),
    };
}
