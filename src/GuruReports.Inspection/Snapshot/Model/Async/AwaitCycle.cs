namespace GuruReports.Inspection.Snapshot.Model.Async;

/// <summary>Async methods that await each other in a circle: they never end.</summary>
internal sealed record AwaitCycle
{
    /// <summary>The methods in order; the last one awaits the first.</summary>
    public required IReadOnlyList<AsyncFrame> Frames { get; init; }

    /// <summary>The addresses of their state machines, in the same order.</summary>
    public required IReadOnlyList<ulong> Addresses { get; init; }

    /// <summary>The managed ids of threads that are blocked on them.</summary>
    public IReadOnlyList<int> BlockedThreads { get; init; } = [];
}
