using System.Buffers;
using System.Text;

namespace GuruReports.Reporting.Rendering.Json;

/// <summary>Hands UTF-8 bytes on as text, piece by piece, so that a document need not be held twice.</summary>
/// <param name="writer">Takes the text.</param>
internal sealed class Utf8TextBuffer(TextWriter writer) : IBufferWriter<byte>
{
    private const int Size = 16 * 1024;

    private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();

    private readonly char[] _characters = new char[Size + 4];

    private byte[] _bytes = new byte[Size];

    /// <inheritdoc/>
    public void Advance(int count)
    {
        var rest = _bytes.AsSpan(0, count);
        while (!rest.IsEmpty)
        {
            var piece = rest[..Math.Min(Size, rest.Length)];
            var length = _decoder.GetChars(piece, _characters, flush: false);
            writer.Write(_characters, 0, length);
            rest = rest[piece.Length..];
        }
    }

    /// <inheritdoc/>
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        if (sizeHint > _bytes.Length)
        {
            _bytes = new byte[sizeHint];
        }

        return _bytes;
    }

    /// <inheritdoc/>
    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    /// <summary>Hands on what is left of an incomplete character.</summary>
    public void Finish()
    {
        var length = _decoder.GetChars([], _characters, flush: true);
        writer.Write(_characters, 0, length);
    }
}
