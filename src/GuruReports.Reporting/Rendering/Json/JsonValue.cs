using System.Text.Json;
using GuruReports.Reporting.Model;
using GuruReports.Reporting.Rendering.Words;

namespace GuruReports.Reporting.Rendering.Json;

/// <summary>One value of the model in JSON. Plain where JSON has the type; else an object whose first member names the shape.</summary>
internal static class JsonValue
{
    public static void Write(Utf8JsonWriter json, ReportValue? value, int depth)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case ReportText text:
                json.WriteStringValue(WellFormedText.Of(text.Text));
                break;
            case ReportNumber number:
                WriteNumber(json, number);
                break;
            case ReportBoolean truth:
                json.WriteBooleanValue(truth.Truth);
                break;
            case ReportSize size:
                WriteObject(json, () => json.WriteNumber("bytes", size.Bytes));
                break;
            case ReportDuration duration:
                WriteObject(json, () => json.WriteNumber("seconds", duration.Duration.TotalSeconds));
                break;
            case ReportTime time:
                WriteObject(json, () => json.WriteString("time", Wording.Time(time.Time)));
                break;
            case ReportSeries series:
                JsonSeries.Write(json, series);
                break;
            case ReportUnknown unknown:
                WriteObject(json, () => JsonReport.WriteText(json, "unknown", unknown.Reason));
                break;
            default:
                WriteNested(json, value, depth);
                break;
        }
    }

    /// <summary>Writes a map: <c>{"map": {…}}</c>, with <c>remarks</c> where there are any.</summary>
    public static void WriteMap(Utf8JsonWriter json, IReadOnlyList<ReportEntry> entries, int depth)
    {
        var names = UniqueNames.Of(entries);
        json.WriteStartObject();
        json.WriteStartObject("map");
        for (var i = 0; i < entries.Count; i++)
        {
            json.WritePropertyName(names[i]);
            Write(json, entries[i].Value, depth);
        }

        json.WriteEndObject();
        if (entries.Any(entry => entry.Remark is not null))
        {
            json.WriteStartObject("remarks");
            for (var i = 0; i < entries.Count; i++)
            {
                if (entries[i].Remark is { } remark)
                {
                    JsonReport.WriteText(json, names[i], remark);
                }
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter json, ReportNumber number)
    {
        if (!double.IsFinite(number.Number))
        {
            WriteObject(json, () => json.WriteString("unknown", "not a finite number"));
        }
        else if (number.Unit is null)
        {
            json.WriteNumberValue(number.Number);
        }
        else
        {
            WriteObject(json, () =>
            {
                json.WriteNumber("number", number.Number);
                JsonReport.WriteText(json, "unit", number.Unit);
            });
        }
    }

    private static void WriteNested(Utf8JsonWriter json, ReportValue value, int depth)
    {
        if (depth >= ModelDepth.Maximum)
        {
            WriteObject(json, () => json.WriteString("unknown", ModelDepth.Remark));
            return;
        }

        switch (value)
        {
            case ReportMap map:
                WriteMap(json, map.Entries, depth + 1);
                break;
            case ReportList list:
                WriteArray(json, list.Items, depth + 1);
                break;
            case ReportTable table:
                WriteTable(json, table, depth + 1);
                break;
            case ReportTree tree:
                WriteObject(json, () => JsonTree.Write(json, "tree", tree.Roots, depth + 1));
                break;
            case ReportStacks stacks:
                WriteObject(json, () => JsonStacks.Write(json, stacks.Groups, depth + 1));
                break;
        }
    }

    private static void WriteTable(Utf8JsonWriter json, ReportTable table, int depth) => WriteObject(json, () =>
    {
        JsonReport.WriteTexts(json, "columns", table.Columns);
        json.WriteStartArray("rows");
        foreach (var row in table.Rows)
        {
            WriteArray(json, row, depth);
        }

        json.WriteEndArray();
    });

    private static void WriteArray(Utf8JsonWriter json, IReadOnlyList<ReportValue> values, int depth)
    {
        json.WriteStartArray();
        foreach (var value in values)
        {
            Write(json, value, depth);
        }

        json.WriteEndArray();
    }

    private static void WriteObject(Utf8JsonWriter json, Action members)
    {
        json.WriteStartObject();
        members();
        json.WriteEndObject();
    }
}
