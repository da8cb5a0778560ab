using System.Text.Json;
using System.Text.Json.Serialization;

namespace GuruReports.SnapshotReader;

/// <summary>Writes what is a number in the result: an enumeration, or a number that may be missing and is there.</summary>
internal sealed class NumberWriter<T>(Action<Utf8JsonWriter, T> write) : JsonConverter<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException("results are read by the service");

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => write(writer, value);
}
