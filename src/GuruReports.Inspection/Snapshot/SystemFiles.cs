using System.Text;

namespace GuruReports.Inspection.Snapshot;

/// <summary>Reads small files of /proc and /sys, below another root in tests.</summary>
internal sealed class SystemFiles(string root = "")
{
    // Larger than any of the files; one buffer for all, as they are read again and again while a snapshot is under way.
    private readonly byte[] _buffer = new byte[16 * 1024];

    /// <summary>The text of the file, or null when it is not there or not readable. One thread at a time.</summary>
    public string? Read(string path)
    {
        try
        {
            using var file = File.OpenHandle(root + path);
            var (length, count) = (0, 0);
            while (length < _buffer.Length && (count = RandomAccess.Read(file, _buffer.AsSpan(length), length)) > 0)
            {
                length += count;
            }

            return Encoding.Latin1.GetString(_buffer, 0, length);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>The number after a key at the beginning of a line ("VmRSS:   12 kB", "inactive_file 4096"); null when there is none.</summary>
    public static long? Number(string? text, string key)
    {
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (line.StartsWith(key, StringComparison.Ordinal) && line.Length > key.Length && line[key.Length] is ':' or ' ' or '\t')
            {
                return FirstNumber(line[(key.Length + 1)..]);
            }
        }

        return null;
    }

    /// <summary>The first unsigned number in the text; null when there is none ("max").</summary>
    public static long? FirstNumber(ReadOnlySpan<char> text)
    {
        var start = text.IndexOfAnyInRange('0', '9');
        if (start < 0)
        {
            return null;
        }

        var end = text[start..].IndexOfAnyExceptInRange('0', '9');
        return ulong.TryParse(end < 0 ? text[start..] : text.Slice(start, end), out var value) ? (long)Math.Min(value, long.MaxValue) : null;
    }
}
