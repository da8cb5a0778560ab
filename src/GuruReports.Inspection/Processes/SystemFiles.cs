using System.Globalization;
using System.Text;
using GuruReports.Inspection.Threads.Linux;

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
        if (!OperatingSystem.IsLinux())
        {
            return null;
        }

        // Raw calls: most of these files may be missing, and an exception for each would be seen by all who count them.
        var descriptor = Open(path);
        if (descriptor < 0)
        {
            return null;
        }

        try
        {
            return ReadAll(descriptor, limit);
        }
        finally
        {
            _ = LibC.Close(descriptor);
        }
    }

    private unsafe int Open(string path)
    {
        fixed (byte* name = Encoding.UTF8.GetBytes(_root + path + '\0'))
        {
            return LibC.Open(name, LibC.O_RDONLY | LibC.O_CLOEXEC);
        }
    }

    private static unsafe byte[]? ReadAll(int descriptor, int limit)
    {
        var buffer = new byte[Math.Min(limit, 4096)];
        var length = 0;
        while (true)
        {
            nint read;
            fixed (byte* room = buffer)
            {
                read = LibC.Read(descriptor, room + length, (nuint)(buffer.Length - length));
            }

            if (read < 0)
            {
                return null;
            }

            length += (int)read;
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

    /// <summary>Reads a number; null also for <c>max</c>.</summary>
    /// <param name="path">The absolute path.</param>
    public long? ReadNumber(string path) =>
        long.TryParse(ReadText(path, 64).AsSpan().Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Returns where a link leads.</summary>
    /// <param name="path">The absolute path.</param>
    public unsafe string? ReadLink(string path)
    {
        const int Longest = 4096;
        var buffer = stackalloc byte[Longest];
        fixed (byte* name = Encoding.UTF8.GetBytes(_root + path + '\0'))
        {
            var length = OperatingSystem.IsLinux() ? LibC.ReadLink(name, buffer, Longest) : -1;
            return length > 0 ? Encoding.UTF8.GetString(buffer, (int)length) : null;
        }
    }

    /// <summary>Lists the entries of a directory whose names are numbers (processes, threads, descriptors), ascending.</summary>
    /// <param name="path">The absolute path.</param>
    /// <param name="most">The most to return.</param>
    public IReadOnlyList<int> ListNumbers(string path, int most)
    {
        var numbers = new List<int>();
        if (!Directory.Exists(_root + path))
        {
            return numbers;
        }

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
