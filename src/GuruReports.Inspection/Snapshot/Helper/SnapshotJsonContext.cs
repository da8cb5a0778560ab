using System.Text.Json.Serialization;
using GuruReports.Inspection.Snapshot.Model;

namespace GuruReports.Inspection.Snapshot.Helper;

/// <summary>Describes results to System.Text.Json without reflection, so that they can be read. The helper writes them by a description of its own, which is for writing only.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SnapshotResult))]
internal sealed partial class SnapshotJsonContext : JsonSerializerContext;
