using System.Text;
using GuruReports.Inspection.Processes.Clocks;

namespace GuruReports.Inspection.Processes;

/// <summary>Finds a process and its descendants. Never throws for what the system does not say.</summary>
internal sealed class ProcessTree
{
    private const int MostProcesses = 20_000;
    private const int MostDescendants = 1_000;
    private const int LongestCommandLine = 1 << 14;

    private readonly SystemFiles _files;
    private readonly UserNames _users;
    private readonly SystemClock _clock;
    private readonly PipeWaits _pipes;
    private readonly CancellationToken _cancellation;
    private readonly Dictionary<int, List<ProcessStat>> _children = [];
    private int _taken;

    private ProcessTree(SystemFiles files, CancellationToken cancellation)
    {
        _files = files;
        _users = new UserNames(files);
        _clock = SystemClock.Read(files);
        _pipes = new PipeWaits(files);
        _cancellation = cancellation;
    }

    /// <summary>Gets the process itself.</summary>
    public ProcessEntry? Root { get; private set; }

    /// <summary>Gets whether there were more processes than were looked at.</summary>
    public bool IsTruncated { get; private set; }

    /// <summary>Gets why there is no tree; null when there is one.</summary>
    public string? Unavailable { get; private set; }

    /// <summary>Reads the tree below a process.</summary>
    public static ProcessTree Read(int id, SystemFiles? files = null, CancellationToken cancellation = default)
    {
        var tree = new ProcessTree(files ?? SystemFiles.Real, cancellation);
        if (!OperatingSystem.IsLinux())
        {
            tree.Unavailable = "the process tree is read from /proc, which this system does not have";
            return tree;
        }

        tree.ReadAll(id);
        return tree;
    }

    private void ReadAll(int id)
    {
        var ids = _files.ListNumbers("/proc", MostProcesses);
        IsTruncated = ids.Count >= MostProcesses;
        ProcessStat? own = null;
        foreach (var other in ids)
        {
            if (_cancellation.IsCancellationRequested)
            {
                IsTruncated = true;
                break;
            }

            if (ReadStat($"/proc/{other}/stat") is not { } stat)
            {
                continue;
            }

            own = stat.Id == id ? stat : own;
            if (!_children.TryGetValue(stat.ParentId, out var siblings))
            {
                _children.Add(stat.ParentId, siblings = []);
            }

            siblings.Add(stat);
        }

        own ??= ReadStat("/proc/self/stat");
        if (own is null)
        {
            Unavailable = "/proc/self/stat cannot be read";
            return;
        }

        Root = Describe(own, 0);
    }

    private ProcessStat? ReadStat(string path) => ProcessStat.Parse(_files.Read(path, stackalloc byte[1024]));

    private ProcessEntry Describe(ProcessStat stat, int depth)
    {
        _taken++;
        var (users, groups) = ReadOwners(stat.Id);
        var isOther = _taken > 1 && stat.State == 'S';
        return new ProcessEntry
        {
            Stat = stat,
            User = users.Count > 0 ? _users.NameOf(users[0]) : null,
            UserIds = users,
            GroupIds = groups,
            StartedAt = _clock.MomentOf(stat.StartTicks),
            CpuTime = SystemClock.DurationOf(stat.UserTicks + stat.SystemTicks),
            Resident = stat.ResidentPages * Environment.SystemPageSize,
            Arguments = ReadArguments(stat.Id),
            BlockedOn = isOther ? _pipes.Find(stat.Id) : null,
            Children = DescribeChildren(stat.Id, depth + 1),
        };
    }

    private List<ProcessEntry> DescribeChildren(int id, int depth)
    {
        var result = new List<ProcessEntry>();
        if (!_children.TryGetValue(id, out var children))
        {
            return result;
        }

        foreach (var child in children)
        {
            // A tree as deep as this is no tree of services; and recursion must end.
            if (_taken > MostDescendants || depth > 50 || _cancellation.IsCancellationRequested)
            {
                IsTruncated = true;
                break;
            }

            result.Add(Describe(child, depth));
        }

        return result;
    }

    private string[] ReadArguments(int id)
    {
        var bytes = _files.ReadBytes($"/proc/{id}/cmdline", LongestCommandLine);
        return bytes is not { Length: > 0 } ? [] : Encoding.UTF8.GetString(bytes).TrimEnd('\0').Split('\0');
    }

    private (IReadOnlyList<int> Users, IReadOnlyList<int> Groups) ReadOwners(int id)
    {
        var status = new KeyedLines(_files.Read($"/proc/{id}/status", stackalloc byte[8192]));
        return (status.Numbers("Uid"), status.Numbers("Gid"));
    }
}
