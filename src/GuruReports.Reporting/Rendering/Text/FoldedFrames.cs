namespace GuruReports.Reporting.Rendering.Text;

/// <summary>A run of frames and how it is shown.</summary>
/// <param name="Kind">How it is shown.</param>
/// <param name="Start">The index of the first frame.</param>
/// <param name="Count">The number of frames.</param>
/// <param name="Period">Of frames that repeat themselves, how many there are before the first comes again.</param>
internal readonly record struct FoldedFrames(FoldKind Kind, int Start, int Count, int Period = 1)
{
    /// <summary>Gets how often the frames of one period stand there.</summary>
    public int Times => Count / Period;
}
