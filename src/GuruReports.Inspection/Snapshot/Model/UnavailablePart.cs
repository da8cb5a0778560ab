namespace GuruReports.Inspection.Snapshot.Model;

/// <summary>A part of the result that is missing.</summary>
internal sealed record UnavailablePart
{
    /// <summary>The part: Threads, Locks, Async, ThreadPool, Timers, Work, Heap, or a member of one.</summary>
    public required string Part { get; init; }

    /// <summary>Why it is missing, as a sentence.</summary>
    public required string Reason { get; init; }

    /// <summary>The private name of the runtime that is not as this version of the package knows it; null when the part is missing for another reason.</summary>
    public string? RuntimeName { get; init; }
}
