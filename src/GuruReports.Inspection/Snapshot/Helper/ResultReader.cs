using System.Text.Json;
using GuruReports.Inspection.Snapshot.Model;

namespace GuruReports.Inspection.Snapshot.Helper;

/// <summary>Reads the helper's result.</summary>
internal static class ResultReader
{
    private static readonly SharedStrings s_strings = new();

    /// <summary>How results are read. Texts and frames that come again and again are one object each.</summary>
    public static SnapshotJsonContext Context { get; } = new(new JsonSerializerOptions(SnapshotJsonContext.Default.Options) { Converters = { s_strings, new SharedFrames(s_strings) } });

    /// <summary>Reads a result; null for "null".</summary>
    /// <exception cref="JsonException">It is none.</exception>
    public static SnapshotResult? Read(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize(json, Context.SnapshotResult);
}
