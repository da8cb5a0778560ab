using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace GuruReports.Inspection.Snapshot.Helper;

/// <summary>
/// Reads equal strings as one: most of a result's text is the names of the same few methods, types and files. What was
/// read lately is compared byte by byte before a new string is made; it is kept by the thread that reads, and goes with it.
/// </summary>
internal sealed class SharedStrings : JsonConverter<string>
{
    private const int Slots = 1024, Longest = 512;

    [ThreadStatic]
    private static string?[]? t_recent;

    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.ValueSpan;
        if (reader.HasValueSequence || reader.ValueIsEscaped || text.Length > Longest)
        {
            return reader.GetString();
        }

        var hash = default(HashCode);
        hash.AddBytes(text);
        ref var recent = ref (t_recent ??= new string?[Slots])[hash.ToHashCode() & (Slots - 1)];
        if (recent is null || !Ascii.Equals(text, recent))
        {
            recent = reader.GetString();
        }

        return recent;
    }

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
