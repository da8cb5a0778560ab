namespace GuruReports.Inspection.Snapshot.Model.Threads;

/// <summary>The thread that holds a lock.</summary>
internal sealed record LockOwner
{
    /// <summary>The managed thread id; null when no thread of the image matches.</summary>
    public int? ManagedId { get; init; }

    /// <summary>The thread id of the operating system; null when unknown.</summary>
    public long? OsThreadId { get; init; }

    /// <summary>The name of the thread; null when it has none.</summary>
    public string? Name { get; init; }
}
