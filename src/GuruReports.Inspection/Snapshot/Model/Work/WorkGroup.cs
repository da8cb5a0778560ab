using GuruReports.Inspection.Snapshot.Model.Threads;
using GuruReports.Inspection.Vocabulary;

namespace GuruReports.Inspection.Snapshot.Model.Work;

/// <summary>Work of one name that stands at one place and waits for the same.</summary>
internal sealed record WorkGroup
{
    /// <summary>Its kind.</summary>
    public required WorkKind Kind { get; init; }

    /// <summary>What it is called: method and route, gRPC method, hub method, type of the service.</summary>
    public required string Name { get; init; }

    /// <summary>The method of the service that was asked to do it, as its endpoint says; null when unknown.</summary>
    public string? Handler { get; init; }

    /// <summary>Where it stands: the innermost frame of the service's own projects; null when there is none or it is running managed code.</summary>
    public SnapshotFrame? Place { get; init; }

    /// <summary>The method made at run time into which the compiler built <see cref="Handler"/>, so that no frame names it; null where that did not happen.</summary>
    public string? CompiledInto { get; init; }

    /// <summary>What it waits for, in words; null when it runs, or that is unknown.</summary>
    public string? Waits { get; init; }

    /// <summary>How many.</summary>
    public required int Count { get; init; }

    /// <summary>The age of the oldest, in milliseconds; null when none has a time of its own.</summary>
    public long? OldestMilliseconds { get; init; }

    /// <summary>How many have no time of their own.</summary>
    public int WithoutAge { get; init; }

    /// <summary>How many work for a client that has closed its connection.</summary>
    public int WithoutClient { get; init; }

    /// <summary>The oldest of them.</summary>
    public IReadOnlyList<WorkMember> Members { get; init; } = [];

    /// <summary>The managed ids of threads that do this work.</summary>
    public IReadOnlyList<int> Threads { get; init; } = [];
}
