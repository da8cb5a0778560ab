namespace GuruReports.Inspection.Vocabulary;

/// <summary>The work that threads or logical stacks are there for.</summary>
internal sealed record WorkShare
{
    /// <summary>Its kind.</summary>
    public required WorkKind Kind { get; init; }

    /// <summary>What it is called.</summary>
    public required string Name { get; init; }

    /// <summary>The method of the service that was asked to do it; null when unknown.</summary>
    public string? Handler { get; init; }

    /// <summary>How many pieces of work of that name.</summary>
    public required int Count { get; init; }

    /// <summary>The age of the oldest, in milliseconds; null when unknown.</summary>
    public long? OldestMilliseconds { get; init; }

    /// <summary>The trace of the oldest; null when it has none.</summary>
    public string? TraceId { get; init; }
}
