namespace GuruReports.Inspection.Threads;

/// <summary>One line of a folded stack: a frame, or a number of frames left out. Exactly one of the two is set.</summary>
/// <param name="Frame">The frame to show; <see langword="null"/> for a fold.</param>
/// <param name="Omitted">The number of frames folded here; 0 when <paramref name="Frame"/> is set.</param>
public readonly record struct FoldedFrame(CapturedFrame? Frame, int Omitted);
