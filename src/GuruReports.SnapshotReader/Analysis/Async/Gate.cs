namespace GuruReports.SnapshotReader.Analysis.Async;

/// <summary>A pool or limiter with those that wait in it.</summary>
internal sealed class Gate
{
    public required ulong Address { get; init; }

    public required string TypeName { get; init; }

    /// <summary>The type of the object that the innermost method awaits; null when unknown.</summary>
    public string? Awaited { get; init; }

    public int Waiting { get; set; }

    /// <summary>Whether they wait for a semaphore: then it has no place free.</summary>
    public bool IsSemaphore { get; set; }

    public List<int> Threads { get; } = [];

    public List<int> Chains { get; } = [];
}
