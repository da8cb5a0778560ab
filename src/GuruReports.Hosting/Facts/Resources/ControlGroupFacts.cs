namespace GuruReports.Hosting.Facts.Resources;

/// <summary>The control group of the process: the limits are the tightest of it and its ancestors as far as they can be seen. Null where unlimited or unknown.</summary>
internal sealed record ControlGroupFacts
{
    /// <summary>Gets the version of the hierarchy, 1 or 2.</summary>
    public required int Version { get; init; }

    /// <summary>Gets the path of the group within its hierarchy.</summary>
    public required string Path { get; init; }

    /// <summary>Gets the memory limit in bytes.</summary>
    public long? MemoryLimit { get; init; }

    /// <summary>Gets the memory in bytes from which the group is throttled (<c>memory.high</c>).</summary>
    public long? MemoryHigh { get; init; }

    /// <summary>Gets the memory in use in bytes, page cache included.</summary>
    public long? MemoryCurrent { get; init; }

    /// <summary>Gets the most memory that was in use, in bytes.</summary>
    public long? MemoryPeak { get; init; }

    /// <summary>Gets the part of <see cref="MemoryCurrent"/> that is file cache the kernel can drop at once, in bytes.</summary>
    public long? MemoryReclaimable { get; init; }

    /// <summary>Gets how often the limit was hit.</summary>
    public long? MemoryLimitHits { get; init; }

    /// <summary>Gets how often <see cref="MemoryHigh"/> was passed.</summary>
    public long? MemoryHighHits { get; init; }

    /// <summary>Gets how many processes of the group the kernel killed for want of memory.</summary>
    public long? OomKills { get; init; }

    /// <summary>Gets the swap in use in bytes.</summary>
    public long? SwapCurrent { get; init; }

    /// <summary>Gets the swap limit in bytes.</summary>
    public long? SwapLimit { get; init; }

    /// <summary>Gets the CPU limit as a number of CPUs (for example 0.5).</summary>
    public double? CpuLimit { get; init; }

    /// <summary>Gets the periods in which the group wanted to run.</summary>
    public long? CpuPeriods { get; init; }

    /// <summary>Gets the periods in which it was stopped because its quota was used up.</summary>
    public long? ThrottledPeriods { get; init; }

    /// <summary>Gets how long it was stopped, all CPUs together.</summary>
    public TimeSpan? ThrottledTime { get; init; }

    /// <summary>Gets <see cref="CpuPeriods"/> since the previous report; null without one.</summary>
    public long? RecentPeriods { get; init; }

    /// <summary>Gets <see cref="ThrottledPeriods"/> since the previous report; null without one.</summary>
    public long? RecentThrottledPeriods { get; init; }

    /// <summary>Gets the tasks (processes and threads) in the group.</summary>
    public long? Tasks { get; init; }

    /// <summary>Gets the most tasks that the group may have.</summary>
    public long? TaskLimit { get; init; }
}
