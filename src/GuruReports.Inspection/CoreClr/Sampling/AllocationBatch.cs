namespace GuruReports.Inspection.CoreClr.Sampling;

/// <summary>What was allocated and collected within a window, as raw as the runtime tells it.</summary>
internal sealed class AllocationBatch
{
    /// <summary>With so many samples a share is known to two percent; a window in which they come sooner ends sooner.</summary>
    public const int SampleLimit = 1000;

    /// <summary>The most stacks that are kept of who made the collector run.</summary>
    public const int TriggerLimit = 1000;

    /// <summary>Gets the samples.</summary>
    public List<AllocationSample> Samples { get; } = [];

    /// <summary>Gets the collections that began.</summary>
    public List<CollectionSample> Collections { get; } = [];

    /// <summary>Gets who made the collector run.</summary>
    public List<TriggerSample> Triggers { get; } = [];

    /// <summary>Gets or sets how often somebody made the collector run beyond <see cref="TriggerLimit"/>.</summary>
    public int OtherTriggers { get; set; }

    /// <summary>Gets the addresses of all samples.</summary>
    public List<ulong> Addresses { get; } = [];

    /// <summary>Gets or sets the length of the window.</summary>
    public TimeSpan Window { get; set; }

    /// <summary>Gets or sets the bytes allocated in it, by the runtime's own count.</summary>
    public long AllocatedBytes { get; set; }

    /// <summary>Gets or sets how long collections stopped all threads in it.</summary>
    public TimeSpan Paused { get; set; }

    /// <summary>Gets or sets the number of events that did not check out and were dropped.</summary>
    public int Dropped { get; set; }
}
