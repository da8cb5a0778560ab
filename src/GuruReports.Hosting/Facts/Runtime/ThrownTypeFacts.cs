using GuruReports.Hosting.Facts.Resources;

namespace GuruReports.Hosting.Facts.Runtime;

/// <summary>The exceptions of one type that tell the same of the world outside the code.</summary>
internal sealed record ThrownTypeFacts
{
    /// <summary>Gets the full name of the type.</summary>
    public required string Type { get; init; }

    /// <summary>Gets how many were thrown.</summary>
    public required long Count { get; init; }

    /// <summary>Gets how many were thrown since the previous report, or since counting began when there was none; null when unknown.</summary>
    public long? Recent { get; init; }

    /// <summary>Gets what they tell of the world outside; by codes and types, where these say nothing by the type's name.</summary>
    public FailureKind Kind { get; init; }

    /// <summary>Gets whether an exception within tells <see cref="Kind"/>, which is counted by itself as well.</summary>
    public bool IsWrapped { get; init; }

    /// <summary>Gets whom or what the messages name, an address or a path, the most frequent first; only samples are looked at.</summary>
    public IReadOnlyList<CountFacts> Targets { get; init; } = [];

    /// <summary>Gets when the first one was thrown.</summary>
    public DateTimeOffset? FirstAt { get; init; }

    /// <summary>Gets when the last one was thrown.</summary>
    public DateTimeOffset? LastAt { get; init; }

    /// <summary>Gets how often one that was counted was thrown again a second or more later: something had kept it. Each await that it passes counts.</summary>
    public long KeptCount { get; init; }

    /// <summary>Gets when that happened last.</summary>
    public DateTimeOffset? KeptAt { get; init; }

    /// <summary>Gets the message of a late one; null when none was kept. Not redacted in what the recorder returns, redacted in a report.</summary>
    public string? Message { get; init; }

    /// <summary>Gets the methods that threw, the most frequent first. Only samples are looked at: the counts say how often in the samples.</summary>
    public IReadOnlyList<CountFacts> ThrowSites { get; init; } = [];
}
