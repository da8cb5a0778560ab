namespace GuruReports.Inspection.Snapshot.Model.Threads;

/// <summary>Parties of which each waits for something that the next one holds.</summary>
internal sealed record DeadlockCycle
{
    /// <summary>The parties in order; the last one waits for the first.</summary>
    public required IReadOnlyList<DeadlockParty> Parties { get; init; }

    /// <summary>The managed ids of other threads that wait for one of the parties, directly or not.</summary>
    public IReadOnlyList<int> Behind { get; init; } = [];
}
