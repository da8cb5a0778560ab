using System.Globalization;
using System.Text;

namespace GuruReports.Inspection.Processes;

/// <summary>A text of lines with a name and a value: <c>VmRSS:   1724 kB</c>, <c>nr_throttled 5</c>. Looking up allocates nothing.</summary>
internal readonly ref struct KeyedLines(ReadOnlySpan<byte> text)
{
    private readonly ReadOnlySpan<byte> _text = text;

    /// <summary>Returns the first number of a value, or null.</summary>
    public long? Number(string name)
    {
        var value = Value(name);
        foreach (var word in value.SplitAny(" \t"u8))
        {
            if (Parse(value[word]) is { } number)
            {
                return number;
            }
        }

        return null;
    }

    /// <summary>Returns a value in kB as bytes, or null.</summary>
    public long? Bytes(string name) => Number(name) * 1024;

    /// <summary>Returns all numbers of a value.</summary>
    public IReadOnlyList<int> Numbers(string name)
    {
        var numbers = new List<int>();
        var value = Value(name);
        foreach (var word in value.SplitAny(" \t"u8))
        {
            if (Parse(value[word]) is { } number)
            {
                numbers.Add((int)number);
            }
        }

        return numbers;
    }

    /// <summary>Returns a value of 64 bits in hexadecimal digits, or null.</summary>
    public ulong? Mask(string name) =>
        ulong.TryParse(Value(name).Trim(" \t"u8), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var mask) ? mask : null;

    private ReadOnlySpan<byte> Value(string name)
    {
        foreach (var range in _text.Split((byte)'\n'))
        {
            var line = _text[range];
            if (line.Length > name.Length && line[name.Length] is (byte)':' or (byte)' ' or (byte)'\t' && Ascii.Equals(line[..name.Length], name))
            {
                return line[(name.Length + 1)..];
            }
        }

        return [];
    }

    private static long? Parse(ReadOnlySpan<byte> word) =>
        long.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}
