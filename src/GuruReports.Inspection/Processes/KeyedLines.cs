using System.Globalization;

namespace GuruReports.Inspection.Processes;

/// <summary>A file of lines with a name and a value: <c>VmRSS:   1724 kB</c>, <c>nr_throttled 5</c>.</summary>
internal sealed class KeyedLines
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    /// <summary>Reads the lines of a text; there are none in null.</summary>
    /// <param name="text">The text.</param>
    public static KeyedLines Parse(string? text)
    {
        var lines = new KeyedLines();
        foreach (var line in (text ?? "").AsSpan().EnumerateLines())
        {
            var end = line.IndexOfAny(':', ' ', '\t');
            if (end > 0)
            {
                lines._values[line[..end].ToString()] = line[(end + 1)..].Trim().ToString();
            }
        }

        return lines;
    }

    /// <summary>Returns a value, or null.</summary>
    /// <param name="name">Its name.</param>
    public string? Text(string name) => _values.GetValueOrDefault(name);

    /// <summary>Returns the first number of a value, or null.</summary>
    /// <param name="name">Its name.</param>
    public long? Number(string name) => Numbers64(name) is [var first, ..] ? first : null;

    /// <summary>Returns a value in kB as bytes, or null.</summary>
    /// <param name="name">Its name.</param>
    public long? Bytes(string name) => Number(name) * 1024;

    /// <summary>Returns all numbers of a value.</summary>
    /// <param name="name">Its name.</param>
    public IReadOnlyList<int> Numbers(string name) => [.. Numbers64(name).Select(number => (int)number)];

    private List<long> Numbers64(string name)
    {
        var numbers = new List<long>();
        foreach (var word in (Text(name) ?? "").Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (long.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            {
                numbers.Add(number);
            }
        }

        return numbers;
    }
}
