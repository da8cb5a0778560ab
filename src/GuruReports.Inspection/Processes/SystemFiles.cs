using System.Globalization;
using System.Text;

namespace GuruReports.Inspection.Processes;

/// <summary>
/// Reads files of <c>/proc</c>, <c>/sys</c> and <c>/etc</c>, bounded. What is gone, refused or too odd is null: never throws.
/// </summary>
internal sealed class SystemFiles
{
    private readonly string _root;

    /// <summary>Makes a reader.</summary>
    /// <param name="root">What to put before every path; empty for the real ones.</param>
    public SystemFiles(string root = "") => _root = root;

    /// <summary>Gets the reader of the real files.</summary>
    public static SystemFiles Real { get; } = new();

    /// <summary>Reads a file as text.</summary>
    /// <param name="path">The absolute path.</param>
    /// <param name="limit">The most bytes to read; what is behind is left out.</param>
    public string? ReadText(string path, int limit = 1 << 16) => ReadBytes(path, limit) is { } bytes ? Encoding.UTF8.GetString(bytes) : null;

    /// <summary>Reads a file.</summary>
    /// <param name="path">The absolute path.</param>
    /// <param name="limit">The most bytes to read; what is behind is left out.</param>
    public byte[]? ReadBytes(string path, int limit = 1 << 16)
    {
        try
        {
            // No share mode: advisory locks have no business on /proc.
            using var handle = File.OpenHandle(_root + path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var buffer = new byte[Math.Min(limit, 4096)];
            var length = 0;
            while (true)
            {
                var read = RandomAccess.Read(handle, buffer.AsSpan(length), length);
                length += read;
                if (read == 0 || length == limit)
                {
                    return buffer.AsSpan(0, length).ToArray();
                }

                if (length == buffer.Length)
                {
                    Array.Resize(ref buffer, Math.Min(limit, buffer.Length * 4));
                }
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>Reads a number; null also for <c>max</c>.</summary>
    /// <param name="path">The absolute path.</param>
    public long? ReadNumber(string path) =>
        long.TryParse(ReadText(path, 64).AsSpan().Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Returns whether a directory is there.</summary>
    /// <param name="path">The absolute path.</param>
    public bool DirectoryExists(string path) => Directory.Exists(_root + path);

    /// <summary>Returns where a link leads.</summary>
    /// <param name="path">The absolute path.</param>
    public string? ReadLink(string path)
    {
        try
        {
            return new FileInfo(_root + path).LinkTarget;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Lists the entries of a directory whose names are numbers (processes, threads, descriptors), ascending.</summary>
    /// <param name="path">The absolute path.</param>
    /// <param name="most">The most to return.</param>
    public IReadOnlyList<int> ListNumbers(string path, int most)
    {
        var numbers = new List<int>();
        try
        {
            foreach (var entry in Directory.EnumerateFileSystemEntries(_root + path))
            {
                if (int.TryParse(Path.GetFileName(entry.AsSpan()), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                {
                    numbers.Add(number);
                }

                if (numbers.Count >= most)
                {
                    break;
                }
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The process may be gone in between: what was listed counts.
        }

        numbers.Sort();
        return numbers;
    }
}
