using System.Globalization;
using System.Text;
using GuruReports.Inspection.Processes;

namespace GuruReports.Inspection.Capturing;

/// <summary>A file that is mapped into this process, to be shared (proc_pid_maps(5)).</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Behind its end.</param>
/// <param name="Device">The device of the file, as the kernel writes it: <c>fe:00</c>.</param>
/// <param name="Inode">The number of the file.</param>
/// <param name="Path">The file.</param>
internal sealed record SharedMapping(ulong Start, ulong End, string Device, ulong Inode, string Path)
{
    private const int MostBytes = 8 << 20;
    private const string Deleted = " (deleted)";

    /// <summary>Reads all shared mappings of files of this process; null where they may not be looked at. Of another one it would wait for that one's memory.</summary>
    public static IReadOnlyList<SharedMapping>? Read(SystemFiles files)
    {
        if (files.ReadBytes("/proc/self/maps", MostBytes) is not { Length: > 0 } text)
        {
            return null;
        }

        var found = new List<SharedMapping>();
        var rest = text.AsSpan();
        while (rest.IndexOf((byte)'\n') is var end and >= 0)
        {
            if (Parse(rest[..end]) is { } mapping)
            {
                found.Add(mapping);
            }

            rest = rest[(end + 1)..];
        }

        return found;
    }

    // 7f16fc1f9000-7f16fc1fa000 rw-s 00000000 fe:00 1081347                    /tmp/.dotnet/shm/global/shop
    internal static SharedMapping? Parse(ReadOnlySpan<byte> line)
    {
        // Most mappings are private: only those that are not become text.
        if (line.IndexOf((byte)' ') is not (>= 0 and var space) || line[space..] is not [_, _, _, _, (byte)'s', ..])
        {
            return null;
        }

        var words = Encoding.UTF8.GetString(line).Split(' ', 6, StringSplitOptions.RemoveEmptyEntries);
        return words is [var range, _, _, var device, var file, var path] && range.Split('-') is [var from, var to]
            && TryHex(from, out var start) && TryHex(to, out var end) && ulong.TryParse(file, NumberStyles.None, CultureInfo.InvariantCulture, out var inode)
            ? new SharedMapping(start, end, device, inode, Plain(path.TrimStart()))
            : null;
    }

    private static bool TryHex(string text, out ulong number) => ulong.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out number);

    // The last to close a mutex deletes its file; who opened it before still shares it.
    private static string Plain(string path) => path.EndsWith(Deleted, StringComparison.Ordinal) ? path[..^Deleted.Length] : path;
}
