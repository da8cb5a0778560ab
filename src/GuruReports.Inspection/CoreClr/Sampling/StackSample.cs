namespace GuruReports.Inspection.CoreClr.Sampling;

/// <summary>The raw stack of one thread: addresses in a list shared by all samples of a batch.</summary>
/// <param name="ThreadId">The OS thread id.</param>
/// <param name="Start">The index of the leaf's address.</param>
/// <param name="Count">The number of addresses.</param>
/// <param name="RanManagedCode">Whether the thread ran managed code, so that the leaf's address is exact and no return address.</param>
internal sealed record StackSample(int ThreadId, int Start, int Count, bool RanManagedCode);
