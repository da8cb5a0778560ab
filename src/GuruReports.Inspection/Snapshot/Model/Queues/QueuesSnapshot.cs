namespace GuruReports.Inspection.Snapshot.Model.Queues;

/// <summary>Queues, limiters and semaphores in which something waits.</summary>
internal sealed record QueuesSnapshot
{
    /// <summary>TaskCompletionSources that calls wait for, where it was seen who has hold of them or in which queue they lie.</summary>
    public IReadOnlyList<AwaitedReply> Replies { get; init; } = [];

    /// <summary>The longest first.</summary>
    public IReadOnlyList<LibraryQueue> Queues { get; init; } = [];

    /// <summary>Queues left out of <see cref="Queues"/>.</summary>
    public int OmittedQueues { get; init; }

    /// <summary>Empty queues that somebody waits for, those with most readers first; bounded.</summary>
    public IReadOnlyList<LibraryQueue> Waited { get; init; } = [];

    /// <summary>How many queues were found empty, with nobody waiting to put something in.</summary>
    public int Empty { get; init; }
}
