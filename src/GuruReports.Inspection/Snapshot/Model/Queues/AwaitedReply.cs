namespace GuruReports.Inspection.Snapshot.Model.Queues;

/// <summary>Something that calls wait for and that somebody has to complete, with who has hold of that.</summary>
internal sealed record AwaitedReply
{
    /// <summary>The chain that waits.</summary>
    public required int Chain { get; init; }

    /// <summary>How many of its stacks wait for such as these have hold of.</summary>
    public required int Count { get; init; }

    /// <summary>The other chains whose variables refer to what completes it, at most twenty.</summary>
    public IReadOnlyList<int> HeldBy { get; init; } = [];

    /// <summary>The address of the queue in which it lies; null when it is held by chains.</summary>
    public ulong? Queue { get; init; }

    /// <summary>The chains that read that queue, at most twenty.</summary>
    public IReadOnlyList<int> ReadBy { get; init; } = [];
}
