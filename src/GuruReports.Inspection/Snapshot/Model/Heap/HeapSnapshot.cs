namespace GuruReports.Inspection.Snapshot.Model.Heap;

/// <summary>Statistics of the managed heap.</summary>
internal sealed record HeapSnapshot
{
    /// <summary>The share of the used bytes that was walked, 0 to 1.</summary>
    public required double WalkedShare { get; init; }

    /// <summary>Why not all was walked; null when it was.</summary>
    public string? Incomplete { get; init; }

    /// <summary>True for the server collector.</summary>
    public required bool IsServer { get; init; }

    /// <summary>Objects walked, free space not counted.</summary>
    public required long Objects { get; init; }

    /// <summary>Bytes of the objects walked.</summary>
    public required long Bytes { get; init; }

    /// <summary>The generations and special heaps.</summary>
    public IReadOnlyList<HeapArea> Areas { get; init; } = [];

    /// <summary>The types with most bytes, largest first.</summary>
    public IReadOnlyList<HeapType> Types { get; init; } = [];

    /// <summary>Types left out of <see cref="Types"/>.</summary>
    public int OmittedTypes { get; init; }

    /// <summary>Objects ready for finalization, by type.</summary>
    public IReadOnlyList<CountedName> FinalizerQueue { get; init; } = [];

    /// <summary>Objects ready for finalization.</summary>
    public int FinalizerReady { get; init; }

    /// <summary>Pinned handles by type of the object.</summary>
    public IReadOnlyList<CountedName> Pinned { get; init; } = [];

    /// <summary>Handles by kind.</summary>
    public IReadOnlyList<CountedName> Handles { get; init; } = [];

    /// <summary>The strings repeated most, by wasted bytes. Not redacted.</summary>
    public IReadOnlyList<RepeatedString> Strings { get; init; } = [];

    /// <summary>Collectible load contexts alive, by name or assembly.</summary>
    public IReadOnlyList<CountedName> CollectibleContexts { get; init; } = [];

    /// <summary>Exceptions alive by type and message, most frequent first. Not redacted.</summary>
    public IReadOnlyList<ExceptionGroup> Exceptions { get; init; } = [];
}
