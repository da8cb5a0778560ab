namespace GuruReports.Inspection.CoreClr.Sampling;

/// <summary>The raw stacks of all threads, taken in one suspension.</summary>
internal sealed class StackBatch
{
    /// <summary>The runtime keeps no more frames than this, those nearest to the leaf.</summary>
    public const int FrameLimit = 100;

    /// <summary>Gets the samples, one a thread.</summary>
    public List<StackSample> Samples { get; } = [];

    /// <summary>Gets the addresses of all samples.</summary>
    public List<ulong> Addresses { get; } = [];

    /// <summary>Gets how long managed threads stood still; null when it is not known.</summary>
    public TimeSpan? Paused { get; set; }

    /// <summary>Gets the number of samples that did not check out and were dropped.</summary>
    public int Dropped { get; set; }
}
