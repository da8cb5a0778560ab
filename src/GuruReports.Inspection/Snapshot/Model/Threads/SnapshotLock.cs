namespace GuruReports.Inspection.Snapshot.Model.Threads;

/// <summary>A lock that is held or waited for.</summary>
internal sealed record SnapshotLock
{
    /// <summary>Its kind.</summary>
    public required LockKind Kind { get; init; }

    /// <summary>The address of the object.</summary>
    public required ulong Address { get; init; }

    /// <summary>The type of the object.</summary>
    public required string TypeName { get; init; }

    /// <summary>Who holds it for itself alone; null when nobody does or it is unknown, see <see cref="OwnerUnknown"/>.</summary>
    public LockOwner? Owner { get; init; }

    /// <summary>Why the owner is unknown; null when it is known or there is none.</summary>
    public string? OwnerUnknown { get; init; }

    /// <summary>True when it is held by a thread that has ended: no live thread has the id in the lock, or only one that was given it again and does not refer to the lock.</summary>
    public bool HolderEnded { get; init; }

    /// <summary>How often the owner entered, 1 for once; null when unknown.</summary>
    public int? Recursion { get; init; }

    /// <summary>Readers inside, for a reader-writer lock; null otherwise.</summary>
    public int? Readers { get; init; }

    /// <summary>The managed ids of the readers that are known by name; empty when there are none or they are unknown.</summary>
    public IReadOnlyList<int> ReaderIds { get; init; } = [];

    /// <summary>The free places of a semaphore; null otherwise.</summary>
    public int? CurrentCount { get; init; }

    /// <summary>The most places of a semaphore; null when unlimited or not a semaphore.</summary>
    public int? MaximumCount { get; init; }

    /// <summary>The managed ids of the threads that are proved to wait for it.</summary>
    public IReadOnlyList<int> Waiters { get; init; } = [];

    /// <summary>The count of waiting threads that the lock itself keeps; null when it keeps none.</summary>
    public int? WaiterCount { get; init; }

    /// <summary>The count of asynchronous waiters of a semaphore; null otherwise.</summary>
    public int? AsyncWaiters { get; init; }

    /// <summary>The outermost frame of the owner that refers to the object; null when none is proved.</summary>
    public SnapshotFrame? HeldIn { get; init; }

    /// <summary>The managed frames of the owner, innermost first; empty when unknown.</summary>
    public IReadOnlyList<SnapshotFrame> OwnerFrames { get; init; } = [];
}
