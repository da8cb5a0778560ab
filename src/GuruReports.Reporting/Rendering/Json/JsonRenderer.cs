using System.Text.Encodings.Web;
using System.Text.Json;
using GuruReports.Reporting.Model;

namespace GuruReports.Reporting.Rendering.Json;

/// <summary>Shows a report as one JSON document, described by docs/report-schema/report.schema.json.</summary>
internal static class JsonRenderer
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = 128,
    };

    /// <summary>Writes the whole report; lines end in <c>\n</c>.</summary>
    public static void Render(Report report, TextWriter writer)
    {
        var text = new Utf8TextBuffer(writer);
        using (var json = new Utf8JsonWriter(text, Options))
        {
            JsonReport.Write(json, report);
        }

        text.Finish();
        writer.Write('\n');
    }
}
