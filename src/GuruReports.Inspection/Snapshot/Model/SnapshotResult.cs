using GuruReports.Inspection.Snapshot.Model.Async;
using GuruReports.Inspection.Snapshot.Model.Calls;
using GuruReports.Inspection.Snapshot.Model.Heap;
using GuruReports.Inspection.Snapshot.Model.Pool;
using GuruReports.Inspection.Snapshot.Model.Queues;
using GuruReports.Inspection.Snapshot.Model.Threads;
using GuruReports.Inspection.Snapshot.Model.Work;

namespace GuruReports.Inspection.Snapshot.Model;

/// <summary>What was read from an image of the process. Lists are empty when nothing was found; a part that could not be read is named in <see cref="Unavailable"/>.</summary>
internal sealed record SnapshotResult
{
    /// <summary>The version of the runtime in the image, as its core library says.</summary>
    public required string RuntimeVersion { get; init; }

    /// <summary>The managed threads, by managed id.</summary>
    public IReadOnlyList<SnapshotThread> Threads { get; init; } = [];

    /// <summary>The locks that are held or waited for, those with most waiters first.</summary>
    public IReadOnlyList<SnapshotLock> Locks { get; init; } = [];

    /// <summary>The calls that dynamic methods have into the service's code, by the names of these.</summary>
    public IReadOnlyList<InlinedCall> Inlined { get; init; } = [];

    /// <summary>Parties that wait for each other in a circle.</summary>
    public IReadOnlyList<DeadlockCycle> DeadlockCycles { get; init; } = [];

    /// <summary>The pending async methods; null when not read.</summary>
    public AsyncSnapshot? Async { get; init; }

    /// <summary>What the service asks of others, and its pools; null when not read.</summary>
    public CallsSnapshot? Calls { get; init; }

    /// <summary>Queues in which something waits; null when not read.</summary>
    public QueuesSnapshot? Queues { get; init; }

    /// <summary>The queues and workers of the thread pool; null when not read.</summary>
    public ThreadPoolSnapshot? ThreadPool { get; init; }

    /// <summary>The timers; null when not read.</summary>
    public TimerSnapshot? Timers { get; init; }

    /// <summary>The work in flight; null when not read.</summary>
    public WorkSnapshot? Work { get; init; }

    /// <summary>The heap statistics; null when not asked for or not read.</summary>
    public HeapSnapshot? Heap { get; init; }

    /// <summary>The types with most bytes and with most objects, largest first; empty when the heap statistics were asked for, which tell more.</summary>
    public IReadOnlyList<TypeTotal> Types { get; init; } = [];

    /// <summary>The collections with most elements, of five thousand and more, largest first.</summary>
    public IReadOnlyList<LargeCollection> Collections { get; init; } = [];

    /// <summary>Why it is not known what refers to <see cref="Collections"/>; null when that was looked for.</summary>
    public string? CollectionsUnknown { get; init; }

    /// <summary>The parts that are missing, each with its reason.</summary>
    public IReadOnlyList<UnavailablePart> Unavailable { get; init; } = [];

    /// <summary>What was met and is of no kind that this version of the package knows, most frequent first: what the other parts tell is not whole then.</summary>
    public IReadOnlyList<UnknownKind> Unknown { get; init; } = [];

    /// <summary>Limits of what was read, as sentences.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>How long each stage took, in order.</summary>
    public IReadOnlyList<StageTiming> Timings { get; init; } = [];
}
