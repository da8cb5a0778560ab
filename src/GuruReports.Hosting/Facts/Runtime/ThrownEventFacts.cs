namespace GuruReports.Hosting.Facts.Runtime;

/// <summary>One exception of the last ones that were looked at.</summary>
internal sealed record ThrownEventFacts
{
    /// <summary>Gets when it was thrown, or when its task was collected.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Gets the full name of its type.</summary>
    public required string Type { get; init; }

    /// <summary>Gets the how manieth of its type it was.</summary>
    public long Number { get; init; }

    /// <summary>Gets its message; null where asking for it would have run code of the service. Redacted in a report only.</summary>
    public string? Message { get; init; }

    /// <summary>Gets where it was thrown; null when not known.</summary>
    public string? Place { get; init; }

    /// <summary>Gets the exceptions within, the outermost first. Redacted in a report only.</summary>
    public IReadOnlyList<string> Inner { get; init; } = [];

    /// <summary>Gets the managed id of the thread that threw it; null when not known.</summary>
    public int? ThreadId { get; init; }

    /// <summary>Gets the trace that it was thrown in; null when not known.</summary>
    public string? TraceId { get; init; }

    /// <summary>Gets whether it was found in a task that nobody had looked at.</summary>
    public bool IsUnobserved { get; init; }
}
