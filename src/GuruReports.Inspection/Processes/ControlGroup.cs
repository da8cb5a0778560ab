namespace GuruReports.Inspection.Processes;

/// <summary>What the control group of this process limits and counts; null where unlimited or unknown.</summary>
internal sealed record ControlGroup
{
    public required int Version { get; init; }

    public required string Path { get; init; }

    /// <summary>Gets the directory of the group's files; null when it is not mounted here.</summary>
    public string? Directory { get; init; }

    public long? MemoryLimit { get; init; }

    public long? MemoryHigh { get; init; }

    public long? MemoryCurrent { get; init; }

    public long? MemoryPeak { get; init; }

    /// <summary>Gets the file cache that was not used lately: the kernel drops it first.</summary>
    public long? MemoryReclaimable { get; init; }

    public long? MemoryLimitHits { get; init; }

    public long? MemoryHighHits { get; init; }

    public long? OomKills { get; init; }

    public long? SwapCurrent { get; init; }

    public long? SwapLimit { get; init; }

    /// <summary>Gets the limit in CPUs.</summary>
    public double? CpuLimit { get; init; }

    public long? CpuPeriods { get; init; }

    public long? ThrottledPeriods { get; init; }

    public TimeSpan? ThrottledTime { get; init; }

    public long? Tasks { get; init; }

    public long? TaskLimit { get; init; }
}
