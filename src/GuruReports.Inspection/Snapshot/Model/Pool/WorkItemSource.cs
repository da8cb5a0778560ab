namespace GuruReports.Inspection.Snapshot.Model.Pool;

/// <summary>Queues of the thread pool.</summary>
public enum WorkItemSource
{
    /// <summary>The global queue.</summary>
    Global,

    /// <summary>The local queue of a worker.</summary>
    Local,

    /// <summary>The high-priority queue.</summary>
    HighPriority,
}
