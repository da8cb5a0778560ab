using System.Globalization;
using System.Text;
using GuruReports.Inspection.Native;

namespace GuruReports.Inspection.Processes;

/// <summary>
/// Reads files of <c>/proc</c>, <c>/sys</c> and <c>/etc</c>, bounded. What is gone, refused or too odd is null: never throws.
/// </summary>
internal sealed class SystemFiles
{
    private const int LongestPath = 4096;

    private readonly string _root;

    /// <summary>Makes a reader.</summary>
    public SystemFiles(string root = "") => _root = root;

    /// <summary>Gets the reader of the real files.</summary>
    public static SystemFiles Real { get; } = new();

    /// <summary>Reads a file as text.</summary>
    public string? ReadText(string path, int limit = 1 << 16) => ReadBytes(path, limit) is { } bytes ? Encoding.UTF8.GetString(bytes) : null;

    /// <summary>Reads a file without allocating; empty when it cannot be read.</summary>
    public ReadOnlySpan<byte> Read(string path, Span<byte> buffer)
    {
        var descriptor = Open(path);
        if (descriptor < 0)
        {
            return [];
        }

        var length = Fill(descriptor, buffer);
        _ = Libc.close(descriptor);
        return buffer[..Math.Max(length, 0)];
    }

    /// <summary>Reads a file.</summary>
    public byte[]? ReadBytes(string path, int limit = 1 << 16)
    {
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
            _ = Libc.close(descriptor);
        }
    }

    // Raw calls: most of these files may be missing, and an exception for each would be seen by all who count them.
    private unsafe int Open(string path)
    {
        var name = stackalloc byte[LongestPath];
        return OperatingSystem.IsLinux() && TryName(path, new Span<byte>(name, LongestPath)) ? Libc.open(name, Libc.ORdOnly | Libc.OCloExec, 0) : -1;
    }

    private bool TryName(string path, Span<byte> name)
    {
        if (!Encoding.UTF8.TryGetBytes(_root, name, out var root) || !Encoding.UTF8.TryGetBytes(path, name[root..^1], out var written))
        {
            return false;
        }

        name[root + written] = 0;
        return true;
    }

    private static byte[]? ReadAll(int descriptor, int limit)
    {
        var buffer = new byte[Math.Min(limit, 4096)];
        var length = 0;
        while (true)
        {
            var read = Fill(descriptor, buffer.AsSpan(length));
            if (read < 0)
            {
                return null;
            }

            length += read;
            if (length < buffer.Length || length == limit)
            {
                return buffer.AsSpan(0, length).ToArray();
            }

            Array.Resize(ref buffer, Math.Min(limit, buffer.Length * 4));
        }
    }

    private static unsafe int Fill(int descriptor, Span<byte> buffer)
    {
        var length = 0;
        fixed (byte* start = buffer)
        {
            nint read;
            do
            {
                read = Libc.read(descriptor, start + length, (nuint)(buffer.Length - length));
                if (read < 0)
                {
                    return -1;
                }

                length += (int)read;
            }
            while (read > 0 && length < buffer.Length);
        }

        return length;
    }

    /// <summary>Reads a number; null also for <c>max</c>.</summary>
    public long? ReadNumber(string path) =>
        long.TryParse(Read(path, stackalloc byte[64]).TrimEnd((byte)'\n'), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Returns where a link leads.</summary>
    public unsafe string? ReadLink(string path)
    {
        var name = stackalloc byte[LongestPath];
        var target = stackalloc byte[LongestPath];
        var length = OperatingSystem.IsLinux() && TryName(path, new Span<byte>(name, LongestPath)) ? LibcAtOnce.ReadLink(name, target, LongestPath) : -1;
        return length > 0 ? Encoding.UTF8.GetString(target, (int)length) : null;
    }

    /// <summary>Lists the entries of a directory whose names are numbers (processes, threads, descriptors), ascending.</summary>
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
