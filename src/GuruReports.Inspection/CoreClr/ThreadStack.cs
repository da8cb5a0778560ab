using GuruReports.Inspection.Threads;

namespace GuruReports.Inspection.CoreClr;

/// <summary>One thread's stack as a way of capturing delivers it.</summary>
/// <param name="Frames">The frames, leaf first.</param>
/// <param name="RanManagedCode">Whether the thread ran managed code when it was stopped; null when the way does not tell.</param>
/// <param name="Truncated">Whether frames nearer to the thread's start are missing.</param>
internal sealed record ThreadStack(IReadOnlyList<CapturedFrame> Frames, bool? RanManagedCode, bool Truncated);
