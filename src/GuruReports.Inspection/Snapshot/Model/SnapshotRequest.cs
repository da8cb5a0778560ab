using GuruReports.Inspection.CoreClr.Layout;
using GuruReports.Inspection.Snapshot.Model.Threads;

namespace GuruReports.Inspection.Snapshot.Model;

/// <summary>What the service asks of a snapshot: limits, and the parts that cost a heap walk.</summary>
internal sealed record SnapshotRequest
{
    /// <summary>True to collect heap statistics too. Default false.</summary>
    public bool WalkHeap { get; init; }

    /// <summary>True to search for the fields that keep the largest collections. Default true.</summary>
    public bool FindCollections { get; init; } = true;

    /// <summary>Time for the whole analysis, in milliseconds; what is not done by then is left out and named. Default 10 000.</summary>
    public int DeadlineMilliseconds { get; init; } = 10_000;

    /// <summary>Time for the heap statistics within the deadline, in milliseconds. Default 5 000.</summary>
    public int HeapWalkMilliseconds { get; init; } = 5_000;

    /// <summary>The longest text taken from memory (messages, repeated strings), in UTF-16 units. Default 256.</summary>
    public int MaximumTextLength { get; init; } = 256;

    /// <summary>The most groups of one list (types, chains, work items); the rest is counted only. Default 200.</summary>
    public int MaximumGroups { get; init; } = 200;

    /// <summary><see cref="Environment.TickCount64"/> of the service when the image was taken; without it, due times are unknown.</summary>
    public long? TickCount { get; init; }

    /// <summary><see cref="DateTime.UtcNow"/> of the service then, in ticks; without it, ages of work are unknown.</summary>
    public long? UtcTicks { get; init; }

    /// <summary>The id that a held System.Threading.Lock keeps of its owner, as the service saw on a lock of its own. Default unknown.</summary>
    public LockThreadId LockOwner { get; init; }

    /// <summary>The id that the header of an object keeps of the thread in its monitor, likewise. Default unknown.</summary>
    public LockThreadId MonitorOwner { get; init; }

    /// <summary>The id that a ReaderWriterLockSlim keeps of its writer, likewise. Default unknown.</summary>
    public LockThreadId WriterOwner { get; init; }

    /// <summary>Pools and queues of the service's own. Default none.</summary>
    public IReadOnlyList<DeclaredType> Declared { get; init; } = [];
}
