namespace GuruReports.Hosting.Facts.Runtime;

/// <summary>What the thread pool says of itself.</summary>
internal sealed record ThreadPoolFacts
{
    /// <summary>Gets the number of pool threads.</summary>
    public required int Workers { get; init; }

    /// <summary>Gets the number of workers that the pool keeps without hesitation.</summary>
    public required int MinWorkers { get; init; }

    /// <summary>Gets the most workers that the pool may have.</summary>
    public required int MaxWorkers { get; init; }

    /// <summary>Gets the workers that may still be added or are idle, as the pool counts them.</summary>
    public int AvailableWorkers { get; init; }

    /// <summary>Gets the work items that wait to be run.</summary>
    public required long PendingWorkItems { get; init; }

    /// <summary>Gets the work items run since the process started.</summary>
    public required long CompletedWorkItems { get; init; }

    /// <summary>Gets the workers that run a work item: the maximum less <see cref="AvailableWorkers"/>.</summary>
    public int BusyWorkers => MaxWorkers - AvailableWorkers;
}
