using System.Text.Json;
using System.Text.Json.Serialization;

namespace GuruReports.Inspection.Snapshot.Model;

/// <summary>Describes requests and results to System.Text.Json without reflection.</summary>
/// <remarks>
/// Enumerations travel as numbers: with their names the generated writing methods are left out, and the helper would
/// compile some hundred methods of the serializer each time it starts. Both sides are always of the same version.
/// </remarks>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SnapshotRequest))]
[JsonSerializable(typeof(SnapshotResult))]
internal sealed partial class SnapshotJsonContext : JsonSerializerContext
{
    /// <summary>Writes a result by the generated methods alone: the serializer would first describe every type to itself.</summary>
    public void Write(Utf8JsonWriter writer, SnapshotResult result) => SnapshotResultSerializeHandler(writer, result);
}
