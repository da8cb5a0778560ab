namespace GuruReports.SnapshotReader.Analysis.Methods;

/// <summary>The methods behind one task of the runtime, innermost first, and the object that the first of them waits for.</summary>
/// <param name="Methods">The methods; empty while the task has none to show.</param>
/// <param name="Head">The object that the runtime put before them to wait; 0 when there is none.</param>
internal sealed record SuspendedChain(IReadOnlyList<SuspendedMethod> Methods, ulong Head);
