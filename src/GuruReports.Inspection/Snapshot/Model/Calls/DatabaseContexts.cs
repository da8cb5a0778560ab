namespace GuruReports.Inspection.Snapshot.Model.Calls;

/// <summary>The contexts of a type that were not disposed of and have tracked something, garbage included.</summary>
internal sealed record DatabaseContexts
{
    /// <summary>The type.</summary>
    public required string TypeName { get; init; }

    /// <summary>How many there are.</summary>
    public required int Count { get; init; }

    /// <summary>How many of them are lent by a pool of contexts.</summary>
    public required int Pooled { get; init; }

    /// <summary>The entities that all of them track.</summary>
    public required long Tracked { get; init; }

    /// <summary>The entities that the largest one tracks.</summary>
    public required long Largest { get; init; }
}
