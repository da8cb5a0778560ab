using GuruReports.Inspection.Snapshot.Model.Heap;

namespace GuruReports.Inspection.Snapshot.Model.Async;

/// <summary>A pool or limiter of any library in whose code async methods or threads wait: for one of its members, most likely.</summary>
internal sealed record WaitedPool
{
    /// <summary>The address of the object; 0 when the waiting methods do not refer to it.</summary>
    public required ulong Address { get; init; }

    /// <summary>The type of the object, or the one that declares the waiting method.</summary>
    public required string TypeName { get; init; }

    /// <summary>What it lends, in words, for a pool that is known by name ("HTTP connections to shop:443"); null otherwise.</summary>
    public string? Lends { get; init; }

    /// <summary>The setting that limits it, for a pool that is known by name; null otherwise.</summary>
    public string? Setting { get; init; }

    /// <summary>How many of its members are lent; null when unknown.</summary>
    public long? InUse { get; init; }

    /// <summary>How many members it may have; null when unknown.</summary>
    public long? Limit { get; init; }

    /// <summary>Whether <see cref="InUse"/> and <see cref="Limit"/> are guessed from the names of fields.</summary>
    public bool IsGuess { get; init; }

    /// <summary>Whether none of its members is free: all are lent, or the semaphore that they wait for says so.</summary>
    public bool IsExhausted { get; init; }

    /// <summary>True when nothing says by what its members are held, so that nobody seen means nothing.</summary>
    public bool HoldersUnknown { get; init; }

    /// <summary>How many async methods wait in it.</summary>
    public required int Waiting { get; init; }

    /// <summary>The managed ids of the threads that are blocked in it.</summary>
    public IReadOnlyList<int> Threads { get; init; } = [];

    /// <summary>The <see cref="AsyncChain.Id"/> of chains that wait in it, at most twenty.</summary>
    public IReadOnlyList<int> Chains { get; init; } = [];

    /// <summary>Its numbers, by the names of their fields; only for pools that are not known by name.</summary>
    public IReadOnlyList<CountedName> Numbers { get; init; } = [];
}
