namespace GuruReports.Inspection.Processes;

/// <summary>
/// Finds the tightest memory limit: the own control group, each of its parents (version 2 and 1), and the machine. Where
/// the groups are is read once; what they allow, at each call and almost without allocating, as it is asked again and
/// again while a snapshot is read.
/// </summary>
internal sealed class MemoryLimits(SystemFiles files)
{
    private readonly List<Level> _levels = Find(ControlGroupPaths.Read(files));

    /// <summary>Returns the limit with the least left; null when none can be read.</summary>
    public MemoryLimit? Tightest()
    {
        var tightest = Machine();
        foreach (var level in _levels)
        {
            if (Read(level) is { } limit && (tightest is null || limit.Free < tightest.Free))
            {
                tightest = limit;
            }
        }

        return tightest;
    }

    private static List<Level> Find(ControlGroupPaths paths) =>
    [
        .. ControlGroupPaths.Levels(paths.Unified).Select(static directory => new Level(directory, "memory.max", "memory.current", "inactive_file")),
        .. ControlGroupPaths.Levels(paths.Of("memory")).Select(static directory => new Level(directory, "memory.limit_in_bytes", "memory.usage_in_bytes", "total_inactive_file")),
    ];

    private MemoryLimit? Read(Level level)
    {
        if (ControlGroupReader.Limit(files.ReadNumber(level.Limit)) is not { } limit || files.ReadNumber(level.Used) is not { } used)
        {
            return null;
        }

        var reclaimable = new KeyedLines(files.Read(level.Statistics, stackalloc byte[8192])).Number(level.Reclaimable) ?? 0;
        return new MemoryLimit(level.Source, limit, limit - used + reclaimable, files.ReadNumber(level.WholeGroup) == 1);
    }

    private MemoryLimit? Machine()
    {
        var lines = new KeyedLines(files.Read("/proc/meminfo", stackalloc byte[8192]));
        return lines.Bytes("MemTotal") is { } total && lines.Bytes("MemAvailable") is { } available
            ? new MemoryLimit("machine", total, available, false)
            : null;
    }

    private sealed class Level(string directory, string limit, string used, string reclaimable)
    {
        public string Source { get; } = $"control group {directory} ({limit})";

        public string Limit { get; } = $"{directory}/{limit}";

        public string Used { get; } = $"{directory}/{used}";

        public string Statistics { get; } = directory + "/memory.stat";

        public string Reclaimable { get; } = reclaimable;

        // Version 2 only; elsewhere there is no such file.
        public string WholeGroup { get; } = directory + "/memory.oom.group";
    }
}
