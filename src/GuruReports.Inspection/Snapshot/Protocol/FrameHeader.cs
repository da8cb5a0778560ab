using System.Buffers.Binary;

namespace GuruReports.Inspection.Snapshot.Protocol;

/// <summary>Twelve bytes before each payload: magic, kind, length, little endian.</summary>
internal readonly record struct FrameHeader(FrameKind Kind, int Length)
{
    public const int Size = 12;

    /// <summary>No payload is longer, whatever the heap: the groups of a result are limited.</summary>
    public const int MaximumLength = 32 * 1024 * 1024;

    private const uint Magic = 0x31524d47; // "GMR1"

    public void Write(Span<byte> target)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(target, Magic);
        BinaryPrimitives.WriteUInt32LittleEndian(target[4..], (uint)Kind);
        BinaryPrimitives.WriteInt32LittleEndian(target[8..], Length);
    }

    /// <summary>Reads a header; false when the bytes are none.</summary>
    public static bool TryRead(ReadOnlySpan<byte> source, out FrameHeader header)
    {
        var length = BinaryPrimitives.ReadInt32LittleEndian(source[8..]);
        header = new FrameHeader((FrameKind)BinaryPrimitives.ReadUInt32LittleEndian(source[4..]), length);
        return BinaryPrimitives.ReadUInt32LittleEndian(source) == Magic && length is >= 0 and <= MaximumLength;
    }
}
