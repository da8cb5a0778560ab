using GuruReports.Inspection.Vocabulary;

namespace GuruReports.Inspection.Snapshot.Model.Heap;

/// <summary>The objects of one type.</summary>
internal sealed record HeapType : IOwned
{
    /// <summary>The type.</summary>
    public required string TypeName { get; init; }

    /// <summary>Whose type it is; of an array, whose its elements are.</summary>
    public CodeOwner Owner { get; init; }

    /// <summary>How many objects.</summary>
    public required long Count { get; init; }

    /// <summary>Their bytes.</summary>
    public required long Bytes { get; init; }

    /// <summary>Bytes in generation 0.</summary>
    public required long Gen0Bytes { get; init; }

    /// <summary>Bytes in generation 1.</summary>
    public required long Gen1Bytes { get; init; }

    /// <summary>Bytes in generation 2.</summary>
    public required long Gen2Bytes { get; init; }

    /// <summary>Bytes in the large object heap.</summary>
    public required long LargeBytes { get; init; }

    /// <summary>Bytes in the pinned object heap.</summary>
    public required long PinnedBytes { get; init; }

    /// <summary>Bytes in frozen segments.</summary>
    public required long FrozenBytes { get; init; }
}
