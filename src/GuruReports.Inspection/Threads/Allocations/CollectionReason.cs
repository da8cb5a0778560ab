namespace GuruReports.Inspection.Threads.Allocations;

/// <summary>Why a collection begins.</summary>
internal enum CollectionReason
{
    /// <summary>A reason that this library does not know.</summary>
    Unknown,

    /// <summary>So much was allocated in small objects that it was time.</summary>
    SmallObjects,

    /// <summary>So much was allocated in large objects that it was time.</summary>
    LargeObjects,

    /// <summary>Code asked for it.</summary>
    Induced,

    /// <summary>The machine or the container has little memory left.</summary>
    LowMemory,

    /// <summary>An allocation found no space.</summary>
    NoSpace,

    /// <summary>The collector's own plan: it goes on with what it has begun, or tunes itself.</summary>
    Planned,
}
