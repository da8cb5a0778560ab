using GuruReports.Inspection.Snapshot.Model.Threads;
using GuruReports.Inspection.Vocabulary;

namespace GuruReports.Inspection.Snapshot.Model.Pool;

/// <summary>Worker threads of the pool that do the same.</summary>
internal sealed record WorkerGroup
{
    /// <summary>What they are blocked on, or that they are idle or running, in words.</summary>
    public required string Doing { get; init; }

    /// <summary>The kind of the wait; null when they do not wait.</summary>
    public WaitKind? Kind { get; init; }

    /// <summary>True when they wait for work.</summary>
    public required bool IsIdle { get; init; }

    /// <summary>The first frame outside the framework; null when there is none.</summary>
    public SnapshotFrame? Frame { get; init; }

    /// <summary>How many there are.</summary>
    public required int Count { get; init; }

    /// <summary>Their managed thread ids.</summary>
    public required IReadOnlyList<int> ManagedIds { get; init; }
}
