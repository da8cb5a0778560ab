namespace GuruReports.Reporting.Reading;

/// <summary>Reads a stream that may be longer than anybody wants.</summary>
internal static class BoundedStream
{
    private const int Piece = 64 << 10;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xef, 0xbb, 0xbf];

    /// <summary>Returns all bytes but a mark of their order; throws where there are more than allowed.</summary>
    public static ReadOnlyMemory<byte> ReadAll(Stream stream, int most)
    {
        using var kept = new MemoryStream();
        var piece = new byte[Piece];
        for (int count; (count = stream.Read(piece)) > 0;)
        {
            if (kept.Length + count > most)
            {
                throw new InvalidDataException($"The document is larger than the {most} bytes that are allowed");
            }

            kept.Write(piece, 0, count);
        }

        var bytes = new ReadOnlyMemory<byte>(kept.GetBuffer(), 0, (int)kept.Length);
        return bytes.Span.StartsWith(ByteOrderMark) ? bytes[ByteOrderMark.Length..] : bytes;
    }
}
