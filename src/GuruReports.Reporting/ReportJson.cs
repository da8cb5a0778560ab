using System.Text.Json;
using GuruReports.Reporting.Model;
using GuruReports.Reporting.Reading;

namespace GuruReports.Reporting;

/// <summary>Reads reports back from their JSON (docs/report-schema/report.schema.json), to show them in any format, on any machine.</summary>
/// <remarks>
/// What is read renders to the same bytes as the report that was written, where nothing of it had been cut for its size.
/// <see cref="ReportSection.Facts"/> never leave the process and are empty. All members may be called on any thread.
/// </remarks>
public static class ReportJson
{
    /// <summary>How many bytes of a stream are read at most when nothing else is said: 64 MiB.</summary>
    public const int DefaultMaximumSize = 64 << 20;

    private static readonly JsonDocumentOptions s_options = new() { MaxDepth = 128, AllowDuplicateProperties = false };

    /// <summary>Reads a report.</summary>
    /// <param name="json">The whole document.</param>
    /// <returns>The report.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    /// <exception cref="InvalidDataException">It is no JSON, cut off, nested deeper than 128 levels, or no report; the message says what is wrong and at which path.</exception>
    /// <exception cref="NotSupportedException">It is of a later version of the schema than <see cref="Report.SchemaVersion"/>.</exception>
    public static Report Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return Read(() => JsonDocument.Parse(json, s_options));
    }

    /// <summary>Reads a report from a stream of UTF-8, to the stream's end, and leaves the stream open.</summary>
    /// <param name="utf8Json">The document.</param>
    /// <param name="maximumSize">How many bytes it may have.</param>
    /// <returns>The report.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="utf8Json"/> is null.</exception>
    /// <exception cref="InvalidDataException">It is too large, no JSON, cut off, nested deeper than 128 levels, or no report; the message says what is wrong and at which path.</exception>
    /// <exception cref="NotSupportedException">It is of a later version of the schema than <see cref="Report.SchemaVersion"/>.</exception>
    /// <exception cref="IOException">The stream cannot be read; so may whatever else the stream throws.</exception>
    public static Report Read(Stream utf8Json, int maximumSize = DefaultMaximumSize)
    {
        ArgumentNullException.ThrowIfNull(utf8Json);
        var bytes = BoundedStream.ReadAll(utf8Json, maximumSize);
        return Read(() => JsonDocument.Parse(bytes, s_options));
    }

    private static Report Read(Func<JsonDocument> parse)
    {
        try
        {
            using var document = parse();
            return ReportReader.Read(new JsonPlace(document.RootElement));
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"This is no whole JSON document: {exception.Message}", exception);
        }
    }
}
