using System.Text.Json.Serialization;

namespace GuruReports.Inspection.Snapshot.Model;

/// <summary>Describes requests and results to System.Text.Json without reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(SnapshotRequest))]
[JsonSerializable(typeof(SnapshotResult))]
internal sealed partial class SnapshotJsonContext : JsonSerializerContext;
