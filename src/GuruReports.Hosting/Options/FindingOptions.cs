namespace GuruReports.Hosting;

/// <summary>The thresholds of the findings. Each is described with its finding in docs/findings.md.</summary>
public sealed class FindingOptions
{
    /// <summary>Gets the identifiers of findings that are not shown (for example <c>GURU020</c>). Default: none.</summary>
    public IList<string> Disabled { get; } = [];

    /// <summary>Gets or sets how many threads behind one lock are a convoy (GURU002). Default: 10.</summary>
    public int ConvoyThreads { get; set; } = 10;

    /// <summary>Gets or sets how many work items must wait before the thread pool can be starved or overloaded (GURU003, GURU004, GURU030). Default: 20.</summary>
    public int PendingWorkItems { get; set; } = 20;

    /// <summary>Gets or sets the share of the pool's workers that must be blocked for starvation, 0 to 1 (GURU003, GURU004). Default: 0.7.</summary>
    public double BlockedWorkerShare { get; set; } = 0.7;

    /// <summary>Gets or sets the share of one CPU from which a thread counts as spinning, 0 to 1 (GURU005). Default: 0.9.</summary>
    public double HotThreadShare { get; set; } = 0.9;

    /// <summary>Gets or sets how many async methods must wait at one place to count as stalled (GURU006). Default: 50.</summary>
    public int StalledTasks { get; set; } = 50;

    /// <summary>Gets or sets the share of time in pauses of the garbage collector from which it is trouble, 0 to 1; three times as much is critical (GURU007). Default: 0.1.</summary>
    public double PauseShare { get; set; } = 0.1;

    /// <summary>Gets or sets how many collections of generation 2 a second are trouble, if almost every collection is one (GURU007). Default: 5.</summary>
    public double FullCollectionsPerSecond { get; set; } = 5;

    /// <summary>Gets or sets how many induced collections of generation 2 a second are trouble (GURU008). Default: 0.5.</summary>
    public double InducedCollectionsPerSecond { get; set; } = 0.5;

    /// <summary>Gets or sets the share of the heap that may be gaps, 0 to 1 (GURU009). Default: 0.5.</summary>
    public double FragmentedShare { get; set; } = 0.5;

    /// <summary>Gets or sets the share of a memory limit in use from which it is near, 0 to 1; halfway between it and the limit is critical (GURU010). Default: 0.85.</summary>
    public double MemoryLimitShare { get; set; } = 0.85;

    /// <summary>Gets or sets the least growth of memory since the previous report that is told, in bytes; it must also be a fifth of the memory (GURU011). Default: 64 MiB.</summary>
    public long MemoryGrowthBytes { get; set; } = 64L << 20;

    /// <summary>Gets or sets the least time between two reports for which growth is told (GURU011). Default: 1 min.</summary>
    public TimeSpan MemoryGrowthInterval { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Gets or sets how many objects may wait to be finalized (GURU012). Default: 1000.</summary>
    public int FinalizationPending { get; set; } = 1_000;

    /// <summary>Gets or sets how many exceptions a second are trouble, caught ones included (GURU013). Default: 50.</summary>
    public double ExceptionsPerSecond { get; set; } = 50;

    /// <summary>Gets or sets the share of the descriptor limit, or of the ephemeral ports towards one peer, in use from which it is near, 0 to 1 (GURU014, GURU016). Default: 0.8.</summary>
    public double DescriptorShare { get; set; } = 0.8;

    /// <summary>Gets or sets how many connections that the peer has closed may be kept open (GURU015). Default: 50.</summary>
    public int CloseWaitConnections { get; set; } = 50;

    /// <summary>Gets or sets for how long a host may start (GURU017). Default: 30 s.</summary>
    public TimeSpan StartLimit { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Gets or sets for how long a host may stop (GURU018). Default: 5 s.</summary>
    public TimeSpan StopLimit { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Gets or sets the share of periods in which the container's CPU limit may stop the service, 0 to 1 (GURU019). Default: 0.25.</summary>
    public double ThrottledShare { get; set; } = 0.25;

    /// <summary>Gets or sets the share of a disk that must be free, 0 to 1, unless 5 GiB are (GURU021). Default: 0.05.</summary>
    public double FreeDiskShare { get; set; } = 0.05;

    /// <summary>Gets or sets how many emitted or collectible assemblies are a leak (GURU022). Default: 100.</summary>
    public int EmittedAssemblies { get; set; } = 100;

    /// <summary>Gets or sets how many threads of one kind are too many; thread pool workers are not counted (GURU023). Default: 100.</summary>
    public int EqualThreads { get; set; } = 100;

    /// <summary>Gets or sets how many active timers are a leak (GURU031). Default: 10000.</summary>
    public int ActiveTimers { get; set; } = 10_000;

    /// <summary>Gets or sets how many may wait for a semaphore without a free place (GURU032). Default: 20.</summary>
    public int SemaphoreWaiters { get; set; } = 20;

    /// <summary>Gets or sets how many connections may wait to be accepted (GURU033). Default: 100.</summary>
    public int AcceptQueue { get; set; } = 100;

    /// <summary>Gets or sets how many ended child processes may be left behind (GURU034). Default: 10.</summary>
    public int Zombies { get; set; } = 10;
}
