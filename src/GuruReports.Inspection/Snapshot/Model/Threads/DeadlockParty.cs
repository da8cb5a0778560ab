using GuruReports.Inspection.Snapshot.Model.Async;

namespace GuruReports.Inspection.Snapshot.Model.Threads;

/// <summary>A thread or an async method in a deadlock.</summary>
internal sealed record DeadlockParty
{
    /// <summary>The managed thread id; null for an async method.</summary>
    public int? ManagedId { get; init; }

    /// <summary>The thread id of the operating system; null for an async method.</summary>
    public long? OsThreadId { get; init; }

    /// <summary>The name of the thread; null when it has none.</summary>
    public string? ThreadName { get; init; }

    /// <summary>The async method; null for a thread.</summary>
    public AsyncFrame? Task { get; init; }

    /// <summary>The address of its task; null for a thread.</summary>
    public ulong? TaskAddress { get; init; }

    /// <summary>What the party before waits for; null when that waits for the party itself.</summary>
    public LockReference? Holds { get; init; }

    /// <summary>The lock that it waits for; null when it waits for a thread or a task.</summary>
    public LockReference? Wants { get; init; }

    /// <summary>What it waits for, in words.</summary>
    public required string WaitsFor { get; init; }

    /// <summary>The first frame of a thread outside the framework; null when unknown or not a thread.</summary>
    public SnapshotFrame? WaitsIn { get; init; }

    /// <summary>The outermost frame that refers to what it holds; null when unknown.</summary>
    public SnapshotFrame? HeldIn { get; init; }
}
