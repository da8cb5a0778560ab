using System.Text;

namespace GuruReports.Inspection.Snapshot;

/// <summary>Reads small files of /proc and /sys, below another root in tests.</summary>
internal sealed class SystemFiles(string root = "")
{
    // Larger than any of the files; one buffer for all, as they are read again and again while a snapshot is under way.
    private readonly byte[] _buffer = new byte[16 * 1024];
    private readonly char[] _text = new char[16 * 1024];

    // A failure costs an exception; what is not there now will not be there a moment later.
    private readonly HashSet<string> _missing = [];

    /// <summary>The text of the file until the next call; empty when it is not there or not readable. One thread at a time.</summary>
    public ReadOnlySpan<char> Read(string path)
    {
        if (_missing.Contains(path))
        {
            return [];
        }

        try
        {
            using var file = File.OpenHandle(root + path);
            var (length, count) = (0, 0);
            while (length < _buffer.Length && (count = RandomAccess.Read(file, _buffer.AsSpan(length), length)) > 0)
            {
                length += count;
            }

            return _text.AsSpan(0, Encoding.Latin1.GetChars(_buffer.AsSpan(0, length), _text));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            _missing.Add(path);
            return [];
        }
    }

    /// <summary>The number after a key at the beginning of a line ("VmRSS:   12 kB", "inactive_file 4096"); null when there is none.</summary>
    public static long? Number(ReadOnlySpan<char> text, string key)
    {
        foreach (var line in text.EnumerateLines())
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
