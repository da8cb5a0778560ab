using System.Text.Json;
using GuruReports.Reporting.Model;
using GuruReports.Reporting.Rendering.Words;

namespace GuruReports.Reporting.Rendering.Json;

/// <summary>The nodes of a tree in JSON.</summary>
internal static class JsonTree
{
    public static void Write(Utf8JsonWriter json, string name, IReadOnlyList<ReportTreeNode> nodes, int depth)
    {
        json.WriteStartArray(name);
        foreach (var node in nodes)
        {
            json.WriteStartObject();
            JsonReport.WriteText(json, "label", node.Label);
            json.WritePropertyName("details");
            JsonValue.WriteMap(json, node.Details, depth + 1);
            WriteChildren(json, node, depth);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteChildren(Utf8JsonWriter json, ReportTreeNode node, int depth)
    {
        if (depth < ModelDepth.Maximum || node.Children.Count == 0)
        {
            Write(json, "children", node.Children, depth + 1);
            return;
        }

        Write(json, "children", [new ReportTreeNode(ModelDepth.Remark, [], [])], depth + 1);
    }
}
