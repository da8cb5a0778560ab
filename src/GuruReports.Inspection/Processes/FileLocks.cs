using System.Globalization;

namespace GuruReports.Inspection.Processes;

/// <summary>Who has which file locked with flock(2), as far as that is seen from this process's container (proc_locks(5)).</summary>
internal sealed class FileLocks(SystemFiles files)
{
    private const int MostBytes = 1 << 20;

    private string[][]? _locks;

    /// <summary>Returns the process that keeps a file for itself; null where there is none, or it is not seen.</summary>
    public int? Writer(ulong inode) => Find(inode).Where(static found => found.IsWriter).Select(static found => (int?)found.Process).FirstOrDefault();

    /// <summary>Returns the processes that have a file locked, together with others or alone.</summary>
    public IEnumerable<int> Holders(ulong inode) => Find(inode).Select(static found => found.Process);

    // 5: FLOCK  ADVISORY  READ 20532 fe:00:1081347 0 EOF
    // 5: -> FLOCK  ADVISORY  WRITE 20540 fe:00:1081347 0 EOF    (this one waits)
    private IEnumerable<(int Process, bool IsWriter)> Find(ulong inode)
    {
        _locks ??= [.. (files.ReadText("/proc/locks", MostBytes) ?? "").Split('\n').Select(static line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))];
        foreach (var words in _locks)
        {
            if (words is [_, "FLOCK", _, var way, var owner, var file, ..]
                && ulong.TryParse(file.AsSpan(file.LastIndexOf(':') + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number == inode
                && int.TryParse(owner, NumberStyles.None, CultureInfo.InvariantCulture, out var process) && process > 0)
            {
                yield return (process, way == "WRITE");
            }
        }
    }
}
