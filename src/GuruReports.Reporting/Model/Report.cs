namespace GuruReports.Reporting.Model;

/// <summary>One Guru Meditation Report: immutable, already redacted, ready to be rendered any number of times.</summary>
public sealed record Report
{
    /// <summary>The version of the model's shape as JSON and XML show it.</summary>
    public const int SchemaVersion = 1;

    /// <summary>Gets the identifier: short, unique on this machine, the same in every destination (for example <c>7f3a-3</c>).</summary>
    public required string Id { get; init; }

    /// <summary>Gets what asked for the report, in words (for example <c>SIGUSR1</c>).</summary>
    public required string Reason { get; init; }

    /// <summary>Gets how many requests this one report answers; at least 1.</summary>
    public int Requests { get; init; } = 1;

    /// <summary>Gets the moment at which collecting began, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets the time from <see cref="CreatedAt"/> until the last section was in.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>Gets how long all managed threads of the process were stopped for the report; null when not measured.</summary>
    public TimeSpan? Paused { get; init; }

    /// <summary>Gets how long garbage collections stopped all threads of the process while the report was made, until the last section was in; null when not measured.</summary>
    public TimeSpan? CollectorPaused { get; init; }

    /// <summary>Gets who reports.</summary>
    public required ServiceIdentity Service { get; init; }

    /// <summary>Gets the findings, the gravest first; empty when nothing stands out.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>Gets the sections in the order in which they print.</summary>
    public IReadOnlyList<ReportSection> Sections { get; init; } = [];

    /// <summary>Gets what the reader must know about the report itself: what was left out, lost or cut, and why.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Returns the facts of type <typeparamref name="T"/> that some section carries, or null.</summary>
    /// <typeparam name="T">The type of the facts.</typeparam>
    /// <returns>The first section's facts of that type, or null where no section carries them.</returns>
    public T? Facts<T>()
        where T : class
    {
        foreach (var section in Sections)
        {
            foreach (var fact in section.Facts)
            {
                if (fact is T match)
                {
                    return match;
                }
            }
        }

        return null;
    }

    /// <summary>Returns the facts of type <typeparamref name="T"/> of all sections, in their order: where several hosts share the process, each has its own.</summary>
    /// <typeparam name="T">The type of the facts.</typeparam>
    /// <returns>The facts; empty where no section carries them.</returns>
    public IEnumerable<T> AllFacts<T>()
        where T : class
    {
        foreach (var section in Sections)
        {
            foreach (var fact in section.Facts)
            {
                if (fact is T match)
                {
                    yield return match;
                }
            }
        }
    }
}
