using System.Runtime.InteropServices;
using GuruReports.Inspection.CoreClr.Layout;

namespace GuruReports.Inspection.CoreClr.NetTrace;

/// <summary>Reads numbers and strings one after the other. Past the end it throws <see cref="ShapeException"/>.</summary>
internal ref struct TraceCursor(ReadOnlySpan<byte> data)
{
    private readonly ReadOnlySpan<byte> _data = data;

    public int Position { get; set; }

    public readonly bool AtEnd => Position >= _data.Length;

    public ReadOnlySpan<byte> Bytes(int count)
    {
        if (count < 0 || count > _data.Length - Position)
        {
            throw new ShapeException("a trace ends in the middle");
        }

        var bytes = _data.Slice(Position, count);
        Position += count;
        return bytes;
    }

    public T Value<T>()
        where T : unmanaged => MemoryMarshal.Read<T>(Bytes(Marshal.SizeOf<T>()));

    /// <summary>Reads a number of which each byte carries seven bits, the lowest first.</summary>
    public ulong Variable()
    {
        ulong value = 0;
        for (var shift = 0; shift < 70; shift += 7)
        {
            var part = Bytes(1)[0];
            value |= (ulong)(part & 0x7F) << shift;
            if ((part & 0x80) == 0)
            {
                return value;
            }
        }

        throw new ShapeException("a trace holds a number that does not end");
    }

    /// <summary>Reads a UTF-16 string that ends with a zero.</summary>
    public string Text()
    {
        var rest = MemoryMarshal.Cast<byte, char>(_data[Position..]);
        var length = rest.IndexOf('\0');
        if (length < 0)
        {
            throw new ShapeException("a trace holds a string that does not end");
        }

        Position += (length + 1) * 2;
        return new string(rest[..length]);
    }
}
