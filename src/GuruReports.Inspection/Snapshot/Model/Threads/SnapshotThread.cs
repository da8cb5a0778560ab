using GuruReports.Inspection.Vocabulary;

namespace GuruReports.Inspection.Snapshot.Model.Threads;

/// <summary>A managed thread in the image.</summary>
internal sealed record SnapshotThread
{
    /// <summary>The managed thread id.</summary>
    public required int ManagedId { get; init; }

    /// <summary>The thread id of the operating system; 0 when it has none.</summary>
    public required long OsThreadId { get; init; }

    /// <summary>The name given to the thread; null when it has none or it could not be read.</summary>
    public string? Name { get; init; }

    /// <summary>True for workers of the thread pool.</summary>
    public required bool IsPoolThread { get; init; }

    /// <summary>True for background threads.</summary>
    public required bool IsBackground { get; init; }

    /// <summary>The exception being thrown or handled on the thread; null when there is none.</summary>
    public SnapshotError? Exception { get; init; }

    /// <summary>What the thread is blocked on; null when it is not blocked or the image does not prove on what.</summary>
    public ThreadWait? WaitsFor { get; init; }

    /// <summary>The method of the task that the thread runs, the innermost where tasks run within each other; null when it runs none that the image shows. It may have no frame of its own, where the compiler built it into its caller.</summary>
    public string? Runs { get; init; }

    /// <summary>What the thread works for; null when that is unknown.</summary>
    public WorkShare? WorksFor { get; init; }

    /// <summary>The locks that the thread holds, as far as the image proves.</summary>
    public IReadOnlyList<LockReference> Holds { get; init; } = [];

    /// <summary>The managed frames, innermost first; empty when the thread was running managed code. The outer ones are left out where there are very many threads.</summary>
    public IReadOnlyList<SnapshotFrame> Frames { get; init; } = [];
}
