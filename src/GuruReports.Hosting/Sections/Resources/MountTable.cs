using System.Text.RegularExpressions;
using GuruReports.Inspection.Processes;

namespace GuruReports.Hosting.Sections.Resources;

/// <summary>Where which file system is mounted for this process (proc_pid_mountinfo(5)).</summary>
internal sealed partial class MountTable
{
    private const int MostBytes = 4 << 20;
    private const int MountPoint = 4;
    private readonly List<Mount> _mounts = [];

    private MountTable()
    {
    }

    /// <summary>Reads it; empty where it cannot be read.</summary>
    public static MountTable Read(SystemFiles files)
    {
        var table = new MountTable();
        foreach (var line in (files.ReadText("/proc/self/mountinfo", MostBytes) ?? "").Split('\n'))
        {
            // 36 35 98:0 /mnt1 /mnt2 rw,noatime master:1 - ext3 /dev/root rw
            var words = line.Split(' ');
            if (Array.IndexOf(words, "-") is > MountPoint and var end && end + 1 < words.Length)
            {
                table._mounts.Add(new(Octal().Replace(words[MountPoint], static match => ((char)Convert.ToInt32(match.Groups[1].Value, 8)).ToString()), words[end + 1]));
            }
        }

        return table;
    }

    /// <summary>Returns where the file system of a path without links is mounted, and its kind; null where no mount is known. What is mounted later covers what was there.</summary>
    public Mount? Find(string path)
    {
        Mount? found = null;
        foreach (var mount in _mounts)
        {
            if (IsBelow(path, mount.Point) && mount.Point.Length >= (found?.Point.Length ?? 0))
            {
                found = mount;
            }
        }

        return found;
    }

    private static bool IsBelow(string path, string point) =>
        point == "/" || (path.StartsWith(point, StringComparison.Ordinal) && (path.Length == point.Length || path[point.Length] == '/'));

    [GeneratedRegex(@"\\([0-7]{3})", RegexOptions.CultureInvariant)]
    private static partial Regex Octal();
}
