namespace GuruReports.Hosting.Facts.Runtime;

/// <summary>What the runtime says of itself at the moment of the report.</summary>
internal sealed record RuntimeFacts
{
    /// <summary>Gets the runtime's version (for example <c>10.0.1</c>).</summary>
    public required string Version { get; init; }

    /// <summary>Gets the time since the process started.</summary>
    public required TimeSpan Uptime { get; init; }

    /// <summary>Gets the number of processors that the runtime uses.</summary>
    public required int ProcessorCount { get; init; }

    /// <summary>Gets the garbage collector's numbers.</summary>
    public required GarbageCollectorFacts GarbageCollector { get; init; }

    /// <summary>Gets the thread pool's numbers.</summary>
    public required ThreadPoolFacts ThreadPool { get; init; }

    /// <summary>Gets the number of active timers.</summary>
    public long ActiveTimers { get; init; }

    /// <summary>Gets how often a thread had to wait for a monitor since the process started.</summary>
    public long LockContentions { get; init; }

    /// <summary>Gets how many exceptions were thrown since they are counted; null when they are not.</summary>
    public long? ExceptionsThrown { get; init; }

    /// <summary>Gets how many methods were compiled at run time.</summary>
    public long JitMethods { get; init; }

    /// <summary>Gets the time that compiling took, all threads together.</summary>
    public TimeSpan JitTime { get; init; }

    /// <summary>Gets the CPU time of the process, all threads together.</summary>
    public TimeSpan CpuTime { get; init; }

    /// <summary>Gets what changed lately; null in the first moments of the process.</summary>
    public RuntimeChange? Change { get; init; }
}
