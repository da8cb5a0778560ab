using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using GuruReports.Hosting.Model;

namespace GuruReports.Hosting.Rendering;

/// <summary>Shows a report as one JSON document, described by docs/report-schema/report.schema.json.</summary>
internal sealed class JsonRenderer : IReportRenderer
{
    private const int ChunkSize = 16 * 1024;

    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = 128,
    };

    /// <inheritdoc/>
    public void Render(Report report, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(writer);

        var buffer = new ArrayBufferWriter<byte>(ChunkSize);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            JsonReport.Write(json, report);
        }

        CopyAsText(buffer.WrittenSpan, writer);
        writer.Write('\n');
    }

    private static void CopyAsText(ReadOnlySpan<byte> utf8, TextWriter writer)
    {
        var decoder = Encoding.UTF8.GetDecoder();
        var characters = new char[ChunkSize];
        while (!utf8.IsEmpty)
        {
            var take = Math.Min(utf8.Length, ChunkSize);
            var count = decoder.GetChars(utf8[..take], characters, flush: take == utf8.Length);
            writer.Write(characters, 0, count);
            utf8 = utf8[take..];
        }
    }
}
