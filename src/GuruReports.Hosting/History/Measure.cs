namespace GuruReports.Hosting.History;

/// <summary>What the record keeps of each second. The order is the order in which a report prints.</summary>
internal enum Measure
{
    Cpu,
    KernelCpu,
    GroupCpu,
    Throttled,
    Resident,
    Anonymous,
    GroupMemory,

    /// <summary>Infinite where there is none.</summary>
    GroupMemoryLimit,

    Heap,
    Allocated,
    Collections,
    MiddleCollections,
    FullCollections,
    Paused,
    Workers,
    Queued,
    Completed,
    HeartbeatDelay,
    Contentions,
    Exceptions,
    RequestsBegun,
    RequestsEnded,
    RequestAge,
    Timers,
    Threads,
    Descriptors,
}
