namespace GuruReports.Inspection.Snapshot.Model.Calls;

/// <summary>What the service asks of others, and the pools that it does it with.</summary>
internal sealed record CallsSnapshot
{
    /// <summary>Calls that have begun and not ended, the oldest first, equal ones together.</summary>
    public IReadOnlyList<OutgoingCall> Calls { get; init; } = [];

    /// <summary>Calls left out of <see cref="Calls"/>.</summary>
    public int OmittedCalls { get; init; }

    /// <summary>The pools in use, those with most waiting first.</summary>
    public IReadOnlyList<LibraryPool> Pools { get; init; } = [];

    /// <summary>Pools left out of <see cref="Pools"/>.</summary>
    public int OmittedPools { get; init; }

    /// <summary>Contexts of databases by type, those that track most first.</summary>
    public IReadOnlyList<DatabaseContexts> Contexts { get; init; } = [];
}
