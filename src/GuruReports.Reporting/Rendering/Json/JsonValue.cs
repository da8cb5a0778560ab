using System.Globalization;
using System.Text.Json;
using GuruReports.Reporting.Model;
using GuruReports.Reporting.Rendering.Words;

namespace GuruReports.Reporting.Rendering.Json;

/// <summary>One value of the model in JSON. Plain where JSON has the type; else an object whose first member names the shape.</summary>
internal static class JsonValue
{
    public static void Write(Utf8JsonWriter json, ReportValue? value)
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
                WriteObject(json, () => JsonExact.WriteSeconds(json, "seconds", duration.Duration));
                break;
            case ReportTime time:
                WriteObject(json, () => json.WriteString("time", JsonExact.Time(time.Time)));
                break;
            case ReportSeries series:
                JsonSeries.Write(json, series);
                break;
            case ReportUnknown unknown:
                WriteObject(json, () => JsonReport.WriteText(json, "unknown", unknown.Reason));
                break;
            default:
                WriteNested(json, value);
                break;
        }
    }

    /// <summary>Writes a map: <c>{"map": {…}}</c>, with <c>remarks</c> where there are any, and <c>names</c> where some had to be told apart.</summary>
    public static void WriteMap(Utf8JsonWriter json, IReadOnlyList<ReportEntry> entries)
    {
        var names = UniqueNames.Of(entries);
        json.WriteStartObject();
        json.WriteStartObject("map");
        for (var i = 0; i < entries.Count; i++)
        {
            json.WritePropertyName(names[i]);
            Write(json, entries[i].Value);
        }

        json.WriteEndObject();
        WriteSome(json, "remarks", names, [.. entries.Select(entry => entry.Remark)]);
        WriteSome(json, "names", names, [.. entries.Select((entry, i) => WellFormedText.Of(entry.Name) is var name && name != names[i] ? name : null)]);
        json.WriteEndObject();
    }

    /// <summary>Writes the texts that are not null by their names, unless all are null.</summary>
    private static void WriteSome(Utf8JsonWriter json, string member, string[] names, string?[] texts)
    {
        if (Array.TrueForAll(texts, text => text is null))
        {
            return;
        }

        json.WriteStartObject(member);
        for (var i = 0; i < names.Length; i++)
        {
            if (texts[i] is { } text)
            {
                JsonReport.WriteText(json, names[i], text);
            }
        }

        json.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter json, ReportNumber number)
    {
        if (!double.IsFinite(number.Number))
        {
            WriteObject(json, () =>
            {
                json.WriteString("unknown", "not a finite number");
                json.WriteString("number", number.Number.ToString(CultureInfo.InvariantCulture));
                JsonReport.WriteText(json, "unit", number.Unit);
            });
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

    private static void WriteNested(Utf8JsonWriter json, ReportValue value)
    {
        switch (value)
        {
            case ReportMap map:
                WriteMap(json, map.Entries);
                break;
            case ReportList list:
                WriteArray(json, list.Items);
                break;
            case ReportTable table:
                WriteTable(json, table);
                break;
            case ReportTree tree:
                WriteObject(json, () => JsonTree.Write(json, "tree", tree.Roots));
                break;
            case ReportStacks stacks:
                WriteObject(json, () => JsonStacks.Write(json, stacks.Groups));
                break;
        }
    }

    private static void WriteTable(Utf8JsonWriter json, ReportTable table) => WriteObject(json, () =>
    {
        JsonReport.WriteTexts(json, "columns", table.Columns);
        json.WriteStartArray("rows");
        foreach (var row in table.Rows)
        {
            WriteArray(json, row);
        }

        json.WriteEndArray();
    });

    private static void WriteArray(Utf8JsonWriter json, IReadOnlyList<ReportValue> values)
    {
        json.WriteStartArray();
        foreach (var value in values)
        {
            Write(json, value);
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
