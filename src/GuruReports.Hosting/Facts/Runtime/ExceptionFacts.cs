namespace GuruReports.Hosting.Facts.Runtime;

/// <summary>The exceptions thrown in the process, caught ones included.</summary>
internal sealed record ExceptionFacts
{
    /// <summary>Gets since when they are counted.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>Gets how many were thrown since then.</summary>
    public required long Total { get; init; }

    /// <summary>Gets how many were thrown in the last minute, or since <see cref="Since"/> when that is shorter.</summary>
    public long LastMinute { get; init; }

    /// <summary>Gets how many were thrown a second, on average over the last minute, or since <see cref="Since"/> when that is shorter.</summary>
    public double PerSecond { get; init; }

    /// <summary>Gets the types, the most frequent first; bounded.</summary>
    public IReadOnlyList<ThrownTypeFacts> Types { get; init; } = [];

    /// <summary>Gets how many exceptions are of types that <see cref="Types"/> has no room for.</summary>
    public long Others { get; init; }

    /// <summary>Gets the last ones that were looked at, the oldest first: of a type that is thrown all the time, four a second.</summary>
    public IReadOnlyList<ThrownEventFacts> Latest { get; init; } = [];

    /// <summary>Gets the tasks that were collected with an exception nobody had looked at, the most frequent first.</summary>
    public IReadOnlyList<FaultedTaskFacts> Unobserved { get; init; } = [];

    /// <summary>Gets how many more such tasks there were that were only counted: too many came at once, or of too many kinds.</summary>
    public long UnobservedOthers { get; init; }
}
