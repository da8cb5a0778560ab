using GuruReports.Hosting.Facts.Resources;

namespace GuruReports.Hosting.Facts.Runtime;

/// <summary>The exceptions of one type.</summary>
public sealed record ThrownTypeFacts
{
    /// <summary>Gets the full name of the type.</summary>
    public required string Type { get; init; }

    /// <summary>Gets how many were thrown.</summary>
    public required long Count { get; init; }

    /// <summary>Gets how many were thrown since the previous report, or since counting began when there was none; null when unknown.</summary>
    public long? Recent { get; init; }

    /// <summary>Gets when the last one was thrown.</summary>
    public DateTimeOffset? LastAt { get; init; }

    /// <summary>Gets the message of a late one; null when none was kept. Redact it before showing it.</summary>
    public string? Message { get; init; }

    /// <summary>Gets the methods that threw, the most frequent first. Only samples are looked at: the counts say how often in the samples.</summary>
    public IReadOnlyList<CountFacts> ThrowSites { get; init; } = [];
}
