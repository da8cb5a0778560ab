using GuruReports.SnapshotReader.Analysis.Async;
using GuruReports.SnapshotReader.Analysis.Threads;

namespace GuruReports.SnapshotReader.Analysis.Locks;

/// <summary>A thread or a pending task in the graph of who waits for whom.</summary>
internal sealed class WaitParty
{
    public required int Index { get; init; }

    public ThreadImage? Thread { get; init; }

    public AwaitNode? Task { get; init; }

    /// <summary>For a task that goes on only through a synchronization context or scheduler whose thread is blocked: that context; 0 otherwise.</summary>
    public ulong Context { get; set; }

    /// <summary>The parties that this one cannot go on without, and the lock between them (0 for none).</summary>
    public List<(WaitParty Party, ulong Lock)> WaitsFor { get; } = [];
}
