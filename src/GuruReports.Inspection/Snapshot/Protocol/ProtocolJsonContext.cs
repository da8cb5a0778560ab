using System.Text.Json.Serialization;

namespace GuruReports.Inspection.Snapshot.Protocol;

/// <summary>Describes the handover to System.Text.Json without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ImageHandover))]
internal sealed partial class ProtocolJsonContext : JsonSerializerContext;
