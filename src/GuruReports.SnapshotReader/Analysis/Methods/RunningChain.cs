using GuruReports.SnapshotReader.Analysis.Symbols;

namespace GuruReports.SnapshotReader.Analysis.Methods;

/// <summary>A task whose methods a thread is running.</summary>
/// <param name="Task">The task; 0 when the thread's frames do not tell.</param>
/// <param name="Thread">The managed id of the thread.</param>
/// <param name="Frame">The frame of the method that runs; null when the thread's frames do not tell.</param>
/// <param name="Next">The continuation behind that method; 0 when there is none.</param>
internal sealed record RunningChain(ulong Task, int Thread, ThreadFrame? Frame, ulong Next);
