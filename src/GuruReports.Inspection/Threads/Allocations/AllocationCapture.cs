namespace GuruReports.Inspection.Threads.Allocations;

/// <summary>What was allocated where within a short window, and why collections happened in it. Immutable.</summary>
internal sealed record AllocationCapture
{
    /// <summary>Gets why nothing is known; null when something is.</summary>
    public string? UnavailableReason { get; init; }

    /// <summary>Gets the length of the window.</summary>
    public TimeSpan Window { get; init; }

    /// <summary>Gets the bytes allocated in it, by the runtime's own count.</summary>
    public long AllocatedBytes { get; init; }

    /// <summary>Gets the number of objects that were looked at; what is said of places is an estimate made from them.</summary>
    public int Samples { get; init; }

    /// <summary>Gets the bytes for which they stand.</summary>
    public long SampledBytes { get; init; }

    /// <summary>Gets the places that allocate, those with most bytes first; what the report itself allocated is not among them.</summary>
    public IReadOnlyList<AllocationPlace> Places { get; init; } = [];

    /// <summary>Gets how many places more there are.</summary>
    public int OtherPlaces { get; init; }

    /// <summary>Gets how long collections stopped all threads in the window.</summary>
    public TimeSpan Paused { get; init; }

    /// <summary>Gets why collections began, the most frequent reason first.</summary>
    public IReadOnlyList<CollectionCause> Collections { get; init; } = [];

    /// <summary>Gets what was left out, in whole sentences.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
