namespace GuruReports.Inspection.Snapshot;

/// <summary>Reads small files of /proc and /sys, below another root in tests.</summary>
internal sealed class SystemFiles(string root = "")
{
    /// <summary>The text of the file, or null when it is not there or not readable.</summary>
    public string? Read(string path)
    {
        try
        {
            return File.ReadAllText(root + path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public bool DirectoryExists(string path) => Directory.Exists(root + path);

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
