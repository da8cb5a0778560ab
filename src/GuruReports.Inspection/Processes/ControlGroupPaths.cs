namespace GuruReports.Inspection.Processes;

/// <summary>Where the control groups of this process are mounted.</summary>
internal sealed class ControlGroupPaths
{
    private readonly Dictionary<string, (string Mount, string Directory)> _controllers = new(StringComparer.Ordinal);

    /// <summary>Gets the path of the unified group within its hierarchy; null without one.</summary>
    public string? UnifiedPath { get; private set; }

    /// <summary>Gets the path of the memory controller's group of version 1 within its hierarchy; null without one.</summary>
    public string? MemoryPath { get; private set; }

    /// <summary>Gets the mount point and directory of the unified hierarchy (version 2); null without one.</summary>
    public (string Mount, string Directory)? Unified { get; private set; }

    /// <summary>Finds the groups of this process.</summary>
    public static ControlGroupPaths Read(SystemFiles files) => Parse(files.ReadText("/proc/self/cgroup"), files.ReadText("/proc/self/mountinfo", 1 << 20));

    /// <summary>Lists the directories of a group and of all above it that can be seen, from the group on; none for null.</summary>
    public static IEnumerable<string> Levels((string Mount, string Directory)? group)
    {
        for (var directory = group?.Directory; directory is not null && directory.Length >= group!.Value.Mount.Length; directory = Path.GetDirectoryName(directory))
        {
            yield return directory;
        }
    }

    /// <summary>Finds the groups.</summary>
    public static ControlGroupPaths Parse(string? groups, string? mounts)
    {
        var paths = new ControlGroupPaths();
        foreach (var line in (groups ?? "").Split('\n'))
        {
            // 4:memory:/path, 3:cpu,cpuacct:/path, 0::/path
            var fields = line.Split(':', 3);
            if (fields.Length == 3)
            {
                paths.Add(fields[1], fields[2], mounts ?? "");
            }
        }

        return paths;
    }

    /// <summary>Returns the mount point and directory of a controller of version 1, or null.</summary>
    public (string Mount, string Directory)? Of(string controller) => _controllers.TryGetValue(controller, out var found) ? found : null;

    private void Add(string controllers, string path, string mounts)
    {
        if (controllers.Length == 0)
        {
            UnifiedPath = path;
            Unified = Locate(mounts, "cgroup2", null, path);
            return;
        }

        foreach (var controller in controllers.Split(','))
        {
            if (Locate(mounts, "cgroup", controller, path) is { } found)
            {
                _controllers[controller] = found;
                MemoryPath = controller == "memory" ? path : MemoryPath;
            }
        }
    }

    // 32 31 0:29 /root /mount/point rw,relatime - cgroup cgroup rw,cpu
    private static (string Mount, string Directory)? Locate(string mounts, string type, string? controller, string path)
    {
        foreach (var range in mounts.AsSpan().Split('\n'))
        {
            // Few lines of a long table are of control groups.
            if (!mounts.AsSpan(range).Contains(type, StringComparison.Ordinal))
            {
                continue;
            }

            var line = mounts[range];
            var separator = line.IndexOf(" - ", StringComparison.Ordinal);
            if (separator < 0)
            {
                continue;
            }

            var before = line[..separator].Split(' ');
            var after = line[(separator + 3)..].Split(' ');
            if (before.Length < 5 || after.Length < 3 || after[0] != type || (controller is not null && !after[2].Split(',').Contains(controller)))
            {
                continue;
            }

            return (before[4], DirectoryOf(before[3], before[4], path));
        }

        return null;
    }

    // In a container the mount's root is often the group itself, and the path is told as the host sees it.
    private static string DirectoryOf(string root, string mount, string path)
    {
        if (root == "/")
        {
            return path == "/" ? mount : mount + path;
        }

        return path.StartsWith(root + "/", StringComparison.Ordinal) ? mount + path[root.Length..] : mount;
    }
}
