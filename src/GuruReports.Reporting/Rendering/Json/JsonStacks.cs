using System.Text.Json;
using GuruReports.Reporting.Model;
using GuruReports.Reporting.Model.Stacks;

namespace GuruReports.Reporting.Rendering.Json;

/// <summary>Groups of stacks in JSON: all frames, all members.</summary>
internal static class JsonStacks
{
    public static void Write(Utf8JsonWriter json, IReadOnlyList<StackGroup> groups)
    {
        json.WriteStartArray("stacks");
        foreach (var group in groups)
        {
            json.WriteStartObject();
            json.WriteNumber("count", group.Count);
            JsonReport.WriteText(json, "noun", group.Noun);
            JsonReport.WriteText(json, "state", group.State);
            json.WriteBoolean("idle", group.Idle);
            JsonReport.WriteTexts(json, "remarks", group.Remarks);
            WriteFrames(json, group.Frames);
            json.WriteBoolean("framesTruncated", group.FramesTruncated);
            WriteMembers(json, group.Members);
            JsonReport.WriteTexts(json, "notes", group.Notes);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteFrames(Utf8JsonWriter json, IReadOnlyList<StackFrameLine> frames)
    {
        json.WriteStartArray("frames");
        foreach (var frame in frames)
        {
            json.WriteStartObject();
            JsonReport.WriteText(json, "method", frame.Method);
            JsonReport.WriteText(json, "location", frame.Location);
            json.WriteBoolean("ownCode", frame.IsOwnCode);
            JsonReport.WriteText(json, "assembly", frame.Assembly);
            JsonReport.WriteText(json, "remark", frame.Remark);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteMembers(Utf8JsonWriter json, IReadOnlyList<StackMember> members)
    {
        json.WriteStartArray("members");
        foreach (var member in members)
        {
            json.WriteStartObject();
            JsonReport.WriteText(json, "label", member.Label);
            json.WritePropertyName("details");
            JsonValue.WriteMap(json, member.Details);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
