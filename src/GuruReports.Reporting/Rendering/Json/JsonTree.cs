using System.Text.Json;
using GuruReports.Reporting.Model;
using GuruReports.Reporting.Rendering.Words;

namespace GuruReports.Reporting.Rendering.Json;

/// <summary>The nodes of a tree in JSON.</summary>
internal static class JsonTree
{
    public static void Write(Utf8JsonWriter json, string name, IReadOnlyList<ReportTreeNode> nodes)
    {
        json.WriteStartArray(name);
        foreach (var node in nodes)
        {
            json.WriteStartObject();
            JsonReport.WriteText(json, "label", node.Label);
            json.WritePropertyName("details");
            JsonValue.WriteMap(json, node.Details);
            Write(json, "children", node.Children);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
