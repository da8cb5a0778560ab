using System.Globalization;

namespace GuruReports.Inspection.Processes;

/// <summary>Reads the control group of this process, of either version.</summary>
internal static class ControlGroupReader
{
    /// <summary>Reads it; null when the process is in none or none is mounted.</summary>
    public static ControlGroup? Read(SystemFiles files)
    {
        var paths = ControlGroupPaths.Read(files);
        if (paths.Of("memory") is not null || paths.Of("cpu") is not null || paths.Of("cpuacct") is not null)
        {
            return ReadFirst(files, paths);
        }

        return paths.Unified is { } unified ? ReadUnified(files, unified, paths.UnifiedPath ?? "/") : null;
    }

    private static ControlGroup ReadUnified(SystemFiles files, (string Mount, string Directory) group, string path)
    {
        var directory = group.Directory;
        var events = new KeyedLines(files.ReadBytes(directory + "/memory.events"));
        var cpu = new KeyedLines(files.ReadBytes(directory + "/cpu.stat"));
        var memory = new KeyedLines(files.ReadBytes(directory + "/memory.stat"));
        return new ControlGroup
        {
            Version = 2,
            Path = path,
            Directory = directory,
            MemoryLimit = Tightest(group, up => files.ReadNumber(up + "/memory.max")),
            MemoryHigh = Tightest(group, up => files.ReadNumber(up + "/memory.high")),
            MemoryCurrent = files.ReadNumber(directory + "/memory.current"),
            MemoryPeak = files.ReadNumber(directory + "/memory.peak"),
            MemoryReclaimable = memory.Number("inactive_file"),
            MemoryLimitHits = events.Number("max"),
            MemoryHighHits = events.Number("high"),
            OomKills = events.Number("oom_kill"),
            SwapCurrent = files.ReadNumber(directory + "/memory.swap.current"),
            SwapLimit = Tightest(group, up => files.ReadNumber(up + "/memory.swap.max")),
            CpuLimit = Tightest(group, up => CpuMax(files.ReadText(up + "/cpu.max", 64))),
            CpuPeriods = cpu.Number("nr_periods"),
            ThrottledPeriods = cpu.Number("nr_throttled"),
            ThrottledTime = cpu.Number("throttled_usec") is { } microseconds ? TimeSpan.FromMicroseconds(microseconds) : null,
            Tasks = files.ReadNumber(directory + "/pids.current"),
            TaskLimit = Tightest(group, up => files.ReadNumber(up + "/pids.max")),
        };
    }

    private static ControlGroup ReadFirst(SystemFiles files, ControlGroupPaths paths)
    {
        var memory = paths.Of("memory");
        var cpu = paths.Of("cpu");
        var directory = memory?.Directory;
        var throttling = new KeyedLines(cpu is null ? null : files.ReadBytes(cpu.Value.Directory + "/cpu.stat"));
        var stat = new KeyedLines(directory is null ? null : files.ReadBytes(directory + "/memory.stat"));
        var oom = new KeyedLines(directory is null ? null : files.ReadBytes(directory + "/memory.oom_control"));
        var pids = paths.Of("pids");
        return new ControlGroup
        {
            Version = 1,
            Path = paths.MemoryPath ?? "/",
            Directory = directory,
            MemoryLimit = stat.Number("hierarchical_memory_limit") is { } limit ? Limit(limit) : Tightest(memory, up => Limit(files.ReadNumber(up + "/memory.limit_in_bytes"))),
            MemoryCurrent = directory is null ? null : files.ReadNumber(directory + "/memory.usage_in_bytes"),
            MemoryPeak = directory is null ? null : files.ReadNumber(directory + "/memory.max_usage_in_bytes"),
            MemoryReclaimable = stat.Number("total_inactive_file") ?? stat.Number("inactive_file"),
            MemoryLimitHits = directory is null ? null : files.ReadNumber(directory + "/memory.failcnt"),
            OomKills = oom.Number("oom_kill"),
            CpuLimit = Tightest(cpu, up => Quota(files.ReadNumber(up + "/cpu.cfs_quota_us"), files.ReadNumber(up + "/cpu.cfs_period_us"))),
            CpuPeriods = throttling.Number("nr_periods"),
            ThrottledPeriods = throttling.Number("nr_throttled"),
            ThrottledTime = throttling.Number("throttled_time") is { } nanoseconds ? TimeSpan.FromTicks(nanoseconds / 100) : null,
            Tasks = pids is null ? null : files.ReadNumber(pids.Value.Directory + "/pids.current"),
            TaskLimit = Tightest(pids, up => files.ReadNumber(up + "/pids.max")),
        };
    }

    // A limit holds for the group and for all above it: the least one is in force.
    private static T? Tightest<T>((string Mount, string Directory)? group, Func<string, T?> read)
        where T : struct, IComparable<T>
    {
        T? least = null;
        foreach (var directory in ControlGroupPaths.Levels(group))
        {
            if (read(directory) is { } limit && (least is null || limit.CompareTo(least.Value) < 0))
            {
                least = limit;
            }
        }

        return least;
    }

    // Version 1 has a huge number for "no limit"; nobody has that much memory.
    internal static long? Limit(long? bytes) => bytes is > 0 and < 1L << 60 ? bytes : null;

    private static double? Quota(long? quota, long? period) => quota is > 0 && period is > 0 ? (double)quota.Value / period.Value : null;

    // "200000 100000" or "max 100000"
    private static double? CpuMax(string? text)
    {
        var fields = (text ?? "").Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
        return fields.Length == 2 && long.TryParse(fields[0], NumberStyles.None, CultureInfo.InvariantCulture, out var quota)
            && long.TryParse(fields[1], NumberStyles.None, CultureInfo.InvariantCulture, out var period) ? Quota(quota, period) : null;
    }
}
