using GuruReports.Inspection.Snapshot.Model;

namespace GuruReports.SnapshotReader.Analysis.Async;

/// <summary>What a stack ends at, with what is special about this one object; <paramref name="Order"/> sorts equal ones.</summary>
internal readonly record struct AwaitTargetFound(AwaitTargetKey Key, ulong Address, string Detail, long Order = 0)
{
    /// <summary>One that needs no order.</summary>
    public static AwaitTargetFound Plain(AwaitKind kind, string text, string? type, ulong address, string detail) =>
        new(new AwaitTargetKey(kind, text, type), address, detail);
}
