using GuruReports.Inspection.Vocabulary;

namespace GuruReports.Inspection.Threads;

/// <summary>Tells the methods that stand for a stack.</summary>
internal static class OwnMethods
{
    /// <summary>Returns the frames that stand for a stack, innermost first, each method once: that one calls itself tells no more of the way.</summary>
    public static IEnumerable<CapturedFrame> Of(IReadOnlyList<CapturedFrame> frames) => Blame.Frames(frames).DistinctBy(static frame => frame.Method);

    /// <summary>Returns the frame that stands for a stack; of framework code alone the innermost, null of none.</summary>
    public static CapturedFrame? First(IReadOnlyList<CapturedFrame> frames) => Blame.First(frames) ?? (frames.Count > 0 ? frames[0] : null);
}
