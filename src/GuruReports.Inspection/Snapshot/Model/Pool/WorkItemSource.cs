namespace GuruReports.Inspection.Snapshot.Model.Pool;

/// <summary>Queues of the thread pool.</summary>
internal enum WorkItemSource
{
    /// <summary>The global queue.</summary>
    Global,

    /// <summary>The local queue of a worker.</summary>
    Local,

    /// <summary>The high-priority queue.</summary>
    HighPriority,
}
