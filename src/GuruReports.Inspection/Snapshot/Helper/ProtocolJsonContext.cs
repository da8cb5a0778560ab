using System.Text.Json.Serialization;
using GuruReports.Inspection.Snapshot.Protocol;

namespace GuruReports.Inspection.Snapshot.Helper;

/// <summary>Writes the handover without reflection. The helper reads it field by field.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Serialization, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ImageHandover))]
internal sealed partial class ProtocolJsonContext : JsonSerializerContext;
