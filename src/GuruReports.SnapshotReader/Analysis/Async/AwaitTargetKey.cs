using GuruReports.Inspection.Snapshot.Model.Async;

namespace GuruReports.SnapshotReader.Analysis.Async;

/// <summary>What a stack ends at: the part that members of a group share.</summary>
internal readonly record struct AwaitTargetKey(AwaitKind Kind, string Text, string? TypeName);
