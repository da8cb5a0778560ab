namespace GuruReports.Hosting.Facts.Runtime;

/// <summary>Tasks that ended with an exception which nobody has looked at, and were collected: equal ones together.</summary>
internal sealed record FaultedTaskFacts
{
    /// <summary>Gets the full name of the exception's type.</summary>
    public required string Type { get; init; }

    /// <summary>Gets the outermost method of the service that the exception passed, which is mostly what the task ran; null when none is known.</summary>
    public string? Method { get; init; }

    /// <summary>Gets the innermost method of the service that the exception passed; null when none is known.</summary>
    public string? ThrownIn { get; init; }

    /// <summary>Gets how many.</summary>
    public required long Count { get; init; }

    /// <summary>Gets when the last one was noticed: when it was collected, which may be long after it ended.</summary>
    public DateTimeOffset? LastAt { get; init; }
}
