using System.Text.Json;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Sections.Custom;

/// <summary>Turns JSON into the model.</summary>
internal static class JsonMembers
{
    /// <summary>Turns an element.</summary>
    public static ReportValue Convert(ObjectConverter converter, string key, JsonElement element, int depth) => element.ValueKind switch
    {
        JsonValueKind.Object => converter.Convert(key, Pairs(element), depth),
        JsonValueKind.Array => converter.Convert(key, element.EnumerateArray().Select(item => (object)item).ToList(), depth),
        JsonValueKind.String => converter.Convert(key, element.GetString(), depth),
        JsonValueKind.Number => element.TryGetInt64(out var whole) ? converter.Convert(key, whole, depth) : converter.Convert(key, element.GetDouble(), depth),
        JsonValueKind.True or JsonValueKind.False => element.GetBoolean(),
        JsonValueKind.Null => new ReportText("null"),
        _ => ReportUnknown.None,
    };

    private static List<KeyValuePair<string, object?>> Pairs(JsonElement element) =>
        [.. element.EnumerateObject().Select(property => new KeyValuePair<string, object?>(property.Name, property.Value))];
}
