namespace GuruReports.Hosting.Facts.Runtime;

/// <summary>What the garbage collector says of itself.</summary>
internal sealed record GarbageCollectorFacts
{
    /// <summary>Gets whether it is the server collector.</summary>
    public required bool IsServer { get; init; }

    /// <summary>Gets whether full collections run beside the service's threads.</summary>
    public required bool IsConcurrent { get; init; }

    /// <summary>Gets the latency mode (for example <c>Interactive</c>).</summary>
    public required string LatencyMode { get; init; }

    /// <summary>Gets the bytes thought to be allocated now, garbage included.</summary>
    public long AllocatedNow { get; init; }

    /// <summary>Gets the bytes allocated since the process started.</summary>
    public long AllocatedTotal { get; init; }

    /// <summary>Gets the size of the heap after the last collection, fragmentation included; zero before the first.</summary>
    public long HeapSize { get; init; }

    /// <summary>Gets the bytes that the collector committed, as of the last collection.</summary>
    public long Committed { get; init; }

    /// <summary>Gets the free bytes between objects after the last collection.</summary>
    public long Fragmented { get; init; }

    /// <summary>Gets the generations 0, 1, 2, the large object heap and the pinned object heap, as of the last collection.</summary>
    public IReadOnlyList<GenerationFacts> Generations { get; init; } = [];

    /// <summary>Gets the pinned objects that the last collection met.</summary>
    public long PinnedObjects { get; init; }

    /// <summary>Gets the objects that were ready to be finalized at the last collection.</summary>
    public long FinalizationPending { get; init; }

    /// <summary>Gets the machine's or container's memory in use, as the collector saw it at its last collection.</summary>
    public long MemoryLoad { get; init; }

    /// <summary>Gets the memory load from which the collector works harder.</summary>
    public long HighMemoryLoadThreshold { get; init; }

    /// <summary>Gets the memory that the collector believes it may use: the hard limit, the container's limit or the machine's memory.</summary>
    public long AvailableMemory { get; init; }

    /// <summary>Gets the configured hard limit of the heap; null when there is none.</summary>
    public long? HardLimit { get; init; }

    /// <summary>Gets how long all threads were paused since the process started, together.</summary>
    public TimeSpan PauseTotal { get; init; }

    /// <summary>Gets the share of the process's life spent in pauses, 0 to 1.</summary>
    public double PauseShare { get; init; }

    /// <summary>Gets the last collections of each kind, the latest first; empty before the first.</summary>
    public IReadOnlyList<CollectionFacts> LastCollections { get; init; } = [];
}
