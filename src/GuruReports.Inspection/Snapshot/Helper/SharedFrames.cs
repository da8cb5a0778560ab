using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using GuruReports.Inspection.Snapshot.Model.Threads;
using GuruReports.Inspection.Vocabulary;

namespace GuruReports.Inspection.Snapshot.Helper;

/// <summary>
/// Reads equal frames as one, without what the serializer makes for each object that it reads: frames are most of a result's
/// objects. What was read lately is kept by the thread that reads, and goes with it.
/// </summary>
internal sealed class SharedFrames(SharedStrings strings) : JsonConverter<SnapshotFrame>
{
    private const int Slots = 1024;

    [ThreadStatic]
    private static SnapshotFrame?[]? t_recent;

    public override SnapshotFrame Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var (method, file, line, owner) = ((string?)null, (string?)null, (int?)null, CodeOwner.Framework);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("method"u8))
            {
                method = Text(ref reader, options);
            }
            else if (reader.ValueTextEquals("file"u8))
            {
                file = Text(ref reader, options);
            }
            else if (reader.ValueTextEquals("line"u8))
            {
                line = reader.Read() && reader.TokenType == JsonTokenType.Number ? reader.GetInt32() : null;
            }
            else if (reader.ValueTextEquals("owner"u8) && reader.Read())
            {
                owner = (CodeOwner)reader.GetInt32();
            }
            else
            {
                reader.Skip();
            }
        }

        return Find(method ?? throw new JsonException("a frame without a method"), file, line, owner);
    }

    public override void Write(Utf8JsonWriter writer, SnapshotFrame value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("method"u8, value.Method);
        if (value.File is { } file)
        {
            writer.WriteString("file"u8, file);
        }

        if (value.Line is { } line)
        {
            writer.WriteNumber("line"u8, line);
        }

        writer.WriteNumber("owner"u8, (int)value.Owner);
        writer.WriteEndObject();
    }

    private static SnapshotFrame Find(string method, string? file, int? line, CodeOwner owner)
    {
        ref var recent = ref (t_recent ??= new SnapshotFrame?[Slots])[HashCode.Combine(RuntimeHelpers.GetHashCode(method), line) & (Slots - 1)];
        if (recent is null || recent.Line != line || recent.Owner != owner || recent.Method != method || recent.File != file)
        {
            recent = new SnapshotFrame { Method = method, File = file, Line = line, Owner = owner };
        }

        return recent;
    }

    private string? Text(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.Null ? null : strings.Read(ref reader, typeof(string), options);
    }
}
