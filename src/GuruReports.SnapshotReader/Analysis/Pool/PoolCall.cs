namespace GuruReports.SnapshotReader.Analysis.Pool;

/// <summary>An object that a timer or the thread pool will call, or hand to what they call.</summary>
/// <param name="Address">The object.</param>
/// <param name="Words">What will happen, in words.</param>
/// <param name="Method">The service's method that is called; null where it is another's, or unknown.</param>
internal readonly record struct PoolCall(ulong Address, string Words, string? Method);
