namespace GuruReports.Reporting.Rendering.Text;

/// <summary>A run of frames and how it is shown.</summary>
/// <param name="Kind">How it is shown.</param>
/// <param name="Start">The index of the first frame.</param>
/// <param name="Count">The number of frames.</param>
internal readonly record struct FoldedFrames(FoldKind Kind, int Start, int Count);
