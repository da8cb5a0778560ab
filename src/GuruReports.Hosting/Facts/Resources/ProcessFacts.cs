namespace GuruReports.Hosting.Facts.Resources;

/// <summary>The process with all its descendants.</summary>
internal sealed record ProcessFacts
{
    /// <summary>Gets the process itself; its descendants hang below it.</summary>
    public required ProcessNodeFacts Root { get; init; }

    /// <summary>Gets the number of descendants.</summary>
    public int Descendants { get; init; }

    /// <summary>Gets the descendants that have ended and were never waited for.</summary>
    public int Zombies { get; init; }

    /// <summary>Gets the names of other processes that hold what threads of this one wait for, by their identifiers.</summary>
    public IReadOnlyDictionary<int, string> OwnerNames { get; init; } = new Dictionary<int, string>();

    /// <summary>Gets whether there were more processes than were looked at.</summary>
    public bool Truncated { get; init; }
}
