using System.Text;

namespace GuruReports.Reporting.Rendering.Limits;

/// <summary>Keeps text as long as it fits in a number of UTF-8 bytes; counts on without keeping when it does not.</summary>
/// <param name="limit">The number of bytes.</param>
internal sealed class LimitedWriter(long limit) : TextWriter(System.Globalization.CultureInfo.InvariantCulture)
{
    private readonly StringBuilder _text = new();

    /// <summary>Gets the number of bytes written.</summary>
    public long Bytes { get; private set; }

    /// <summary>Gets whether all text was kept.</summary>
    public bool Fits => Bytes <= limit;

    /// <inheritdoc/>
    public override Encoding Encoding => Encoding.UTF8;

    /// <inheritdoc/>
    public override void Write(char value) => Write([value]);

    /// <inheritdoc/>
    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    /// <inheritdoc/>
    public override void Write(string? value) => Write(value.AsSpan());

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<char> buffer)
    {
        // Half a pair at the end of a buffer counts three bytes instead of two: never too few.
        Bytes += Encoding.UTF8.GetByteCount(buffer);
        if (Fits)
        {
            _text.Append(buffer);
        }
        else
        {
            _text.Clear();
        }
    }

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();
}
