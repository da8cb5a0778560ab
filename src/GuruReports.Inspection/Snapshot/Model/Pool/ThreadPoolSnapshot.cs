namespace GuruReports.Inspection.Snapshot.Model.Pool;

/// <summary>The queues and workers of the thread pool.</summary>
internal sealed record ThreadPoolSnapshot
{
    /// <summary>Work items in the global queues.</summary>
    public required int GlobalCount { get; init; }

    /// <summary>Work items in the local queues of workers.</summary>
    public required int LocalCount { get; init; }

    /// <summary>Work items in the high-priority queue.</summary>
    public required int HighPriorityCount { get; init; }

    /// <summary>The work items by queue, type and target, largest group first.</summary>
    public IReadOnlyList<WorkItemGroup> Items { get; init; } = [];

    /// <summary>Groups left out of <see cref="Items"/>.</summary>
    public int OmittedGroups { get; init; }

    /// <summary>The least workers; null when unknown.</summary>
    public int? MinimumWorkers { get; init; }

    /// <summary>The most workers; null when unknown.</summary>
    public int? MaximumWorkers { get; init; }

    /// <summary>Worker threads alive.</summary>
    public required int Workers { get; init; }

    /// <summary>The workers by what they are blocked on, largest group first.</summary>
    public IReadOnlyList<WorkerGroup> WorkerGroups { get; init; } = [];
}
