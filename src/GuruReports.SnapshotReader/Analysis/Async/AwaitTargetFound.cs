using GuruReports.Inspection.Snapshot.Model.Async;

namespace GuruReports.SnapshotReader.Analysis.Async;

/// <summary>What a stack ends at, with what is special about this one object; <paramref name="Order"/> sorts equal ones.</summary>
internal readonly record struct AwaitTargetFound(AwaitTargetKey Key, ulong Address, string Detail, long Order = 0)
{
    /// <summary>How many milliseconds a delay takes in all; null for all else.</summary>
    public long? Lasts { get; init; }

    /// <summary>One that needs no order.</summary>
    public static AwaitTargetFound Plain(AwaitKind kind, string text, string? type, ulong address, string detail) =>
        new(new AwaitTargetKey(kind, text, type), address, detail);

    /// <summary>One whose wait is over; it will go on when the thread pool comes to it.</summary>
    public static AwaitTargetFound Queued(string? type, ulong address) =>
        Plain(AwaitKind.Queued, "a worker of the thread pool: it is queued", type, address, "");
}
