using System.Buffers;
using System.Text.Json;
using GuruReports.Inspection.Snapshot.Model;

namespace GuruReports.SnapshotReader;

/// <summary>Writes the result by the generated methods alone. The serializer around them would first be compiled, which takes longer than all the writing.</summary>
internal static class ResultWriter
{
    public static ReadOnlySpan<byte> Write(SnapshotResult result)
    {
        var bytes = new ArrayBufferWriter<byte>(64 * 1024);
        using (var writer = new Utf8JsonWriter(bytes))
        {
            ResultJsonContext.Writing.Write(writer, result);
        }

        return bytes.WrittenSpan;
    }
}
