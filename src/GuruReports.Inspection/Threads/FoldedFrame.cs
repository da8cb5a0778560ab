namespace GuruReports.Inspection.Threads;

/// <summary>One line of a folded stack: a frame, or a number of frames left out. Exactly one of the two is set.</summary>
public readonly record struct FoldedFrame
{
    /// <summary>Gets the frame to show; <see langword="null"/> for a fold.</summary>
    public CapturedFrame? Frame { get; init; }

    /// <summary>Gets the number of frames folded here; 0 when <see cref="Frame"/> is set.</summary>
    public int Omitted { get; init; }
}
