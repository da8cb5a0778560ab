namespace GuruReports.Inspection.Snapshot.Model.Work;

/// <summary>The work that the service has begun and not ended.</summary>
internal sealed record WorkSnapshot
{
    /// <summary>Equal work grouped, in the order in which it is told.</summary>
    public IReadOnlyList<WorkGroup> Groups { get; init; } = [];

    /// <summary>Groups left out of <see cref="Groups"/>.</summary>
    public int OmittedGroups { get; init; }

    /// <summary>How many pieces of work those groups hold.</summary>
    public int OmittedItems { get; init; }

    /// <summary>The count of logical stacks for which no work of a known kind was found.</summary>
    public int StacksWithoutWork { get; init; }

    /// <summary>What has ended within the last minute, by name, most failures first.</summary>
    public IReadOnlyList<EndedWork> Ended { get; init; } = [];
}
