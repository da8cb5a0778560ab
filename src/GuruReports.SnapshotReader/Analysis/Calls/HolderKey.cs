using GuruReports.SnapshotReader.Analysis.Async;

namespace GuruReports.SnapshotReader.Analysis.Calls;

/// <summary>A chain, or a thread by its managed id; <paramref name="Call"/> tells single calls of a chain apart.</summary>
internal readonly record struct HolderKey(ChainGroup? Chain, int? Thread, ulong Call);
