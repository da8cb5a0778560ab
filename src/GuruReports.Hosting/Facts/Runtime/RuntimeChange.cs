namespace GuruReports.Hosting.Facts.Runtime;

/// <summary>What the runtime did in the time before the report.</summary>
internal sealed record RuntimeChange
{
    /// <summary>Gets the length of the time looked at.</summary>
    public required TimeSpan Interval { get; init; }

    /// <summary>Gets whether the time began with the previous report; else it began with the process or with the host's start.</summary>
    public bool SincePreviousReport { get; init; }

    /// <summary>Gets the bytes allocated.</summary>
    public long AllocatedBytes { get; init; }

    /// <summary>Gets the collections of each generation, from 0 to 2; a collection of 2 counts as one of 1 and 0 too.</summary>
    public IReadOnlyList<int> Collections { get; init; } = [];

    /// <summary>Gets how long the garbage collector paused all threads, together.</summary>
    public TimeSpan PauseTime { get; init; }

    /// <summary>Gets the share of the interval in which the garbage collector paused all threads, 0 to 1.</summary>
    public double PauseShare => Interval > TimeSpan.Zero ? PauseTime / Interval : 0;

    /// <summary>Gets the work items that the thread pool completed.</summary>
    public long CompletedWorkItems { get; init; }

    /// <summary>Gets how often a thread had to wait for a monitor.</summary>
    public long LockContentions { get; init; }

    /// <summary>Gets how many methods were compiled.</summary>
    public long CompiledMethods { get; init; }

    /// <summary>Gets the time that compiling took, all threads together.</summary>
    public TimeSpan CompileTime { get; init; }

    /// <summary>Gets the exceptions thrown; null when they are not counted.</summary>
    public long? ExceptionsThrown { get; init; }

    /// <summary>Gets the CPU time used, all threads together.</summary>
    public TimeSpan CpuTime { get; init; }

    /// <summary>Gets by how many bytes the managed heap grew (<see cref="GarbageCollectorFacts.AllocatedNow"/> now less then); null when unknown.</summary>
    public long? HeapGrowth { get; init; }

    /// <summary>Gets by how many bytes the memory that the managed heap holds, free parts included, grew between the last collections before; null when unknown.</summary>
    public long? CommittedGrowth { get; init; }

    /// <summary>Gets by how many bytes the physical memory of the process grew; null when unknown.</summary>
    public long? ResidentGrowth { get; init; }
}
