namespace GuruReports.Inspection.Snapshot.Model.Async;

/// <summary>What async methods or a task wait for in the end.</summary>
internal sealed record AwaitTarget
{
    /// <summary>Its kind.</summary>
    public required AwaitKind Kind { get; init; }

    /// <summary>It in words, without what differs between the members of a group.</summary>
    public required string Text { get; init; }

    /// <summary>The type of the object; null when there is none.</summary>
    public string? TypeName { get; init; }

    /// <summary>The objects of a group, most frequent first, at most five.</summary>
    public IReadOnlyList<AwaitDetail> Details { get; init; } = [];

    /// <summary>How many different objects there are.</summary>
    public int DistinctDetails { get; init; }
}
