namespace GuruReports.Inspection.Snapshot;

/// <summary>Finds the tightest memory limit: the own control group, each of its parents (version 2 and 1), and the machine.</summary>
internal static class ControlGroups
{
    private const string VersionTwoLine = "0::";

    // Larger values mean "no limit" in version 1.
    private const long Unlimited = 1L << 60;

    public static MemoryLimit? Tightest(SystemFiles files)
    {
        var tightest = Machine(files);
        foreach (var line in files.Read("/proc/self/cgroup").ToString().Split('\n'))
        {
            if (line.StartsWith(VersionTwoLine, StringComparison.Ordinal))
            {
                Walk(files, ["/sys/fs/cgroup", "/sys/fs/cgroup/unified"], line[VersionTwoLine.Length..], VersionTwo, ref tightest);
            }
            else if (line.Split(':') is [_, var controllers, var path] && controllers.Split(',').Contains("memory"))
            {
                Walk(files, ["/sys/fs/cgroup/memory"], path, VersionOne, ref tightest);
            }
        }

        return tightest;
    }

    // In a container the path in /proc/self/cgroup may be the host's, of which only the mount's root can be seen; then
    // the walk up ends there.
    private static void Walk(SystemFiles files, string[] mounts, string path, Func<SystemFiles, string, MemoryLimit?> read, ref MemoryLimit? tightest)
    {
        foreach (var mount in mounts)
        {
            for (var group = path.TrimEnd('/'); ; group = group[..group.LastIndexOf('/')])
            {
                if (read(files, mount + group) is { } limit && (tightest is null || limit.Free < tightest.Free))
                {
                    tightest = limit;
                }

                if (group.Length == 0)
                {
                    break;
                }
            }
        }
    }

    private static MemoryLimit? VersionTwo(SystemFiles files, string group)
    {
        var limit = SystemFiles.FirstNumber(files.Read(group + "/memory.max"));
        var used = SystemFiles.FirstNumber(files.Read(group + "/memory.current"));
        if (limit is null || used is null)
        {
            return null;
        }

        var reclaimable = SystemFiles.Number(files.Read(group + "/memory.stat"), "inactive_file") ?? 0;
        var wholeGroup = SystemFiles.FirstNumber(files.Read(group + "/memory.oom.group")) == 1;
        return new MemoryLimit($"control group {group} (memory.max)", limit.Value, limit.Value - used.Value + reclaimable, wholeGroup);
    }

    private static MemoryLimit? VersionOne(SystemFiles files, string group)
    {
        var limit = SystemFiles.FirstNumber(files.Read(group + "/memory.limit_in_bytes"));
        var used = SystemFiles.FirstNumber(files.Read(group + "/memory.usage_in_bytes"));
        if (limit is null or > Unlimited || used is null)
        {
            return null;
        }

        var reclaimable = SystemFiles.Number(files.Read(group + "/memory.stat"), "total_inactive_file") ?? 0;
        return new MemoryLimit($"control group {group} (memory.limit_in_bytes)", limit.Value, limit.Value - used.Value + reclaimable, false);
    }

    private static MemoryLimit? Machine(SystemFiles files)
    {
        var text = files.Read("/proc/meminfo");
        return SystemFiles.Number(text, "MemTotal") is { } total && SystemFiles.Number(text, "MemAvailable") is { } available
            ? new MemoryLimit("machine", total * 1024, available * 1024, false)
            : null;
    }
}
