using GuruReports.Inspection.Threads;
using GuruReports.Inspection.Vocabulary;

namespace GuruReports.Hosting.Findings;

/// <summary>Finds the frames that say what a thread does where the service's own code does not, or not enough.</summary>
internal static class Calls
{
    /// <summary>Returns the innermost frame that is no plumbing; null where there is none.</summary>
    public static CapturedFrame? Anchor(CapturedThread thread) => thread.Frames.FirstOrDefault(IsTelling);

    /// <summary>Returns the telling frames between the wait and the service's own code, innermost first.</summary>
    public static IEnumerable<CapturedFrame> BelowOwnCode(CapturedThread thread)
    {
        var own = thread.TopUserFrame;
        return thread.Frames.TakeWhile(frame => !ReferenceEquals(frame, own)).Where(IsTelling);
    }

    /// <summary>Says by which calls of libraries the service's own code came to where it is: the innermost and the outermost.</summary>
    public static IEnumerable<string> Describe(CapturedThread thread, int most = 4)
    {
        var frames = BelowOwnCode(thread).DistinctBy(frame => frame.Method).ToList();
        if (frames.Count > 0)
        {
            var shown = frames.Count <= most ? frames : [.. frames.Take(most / 2), .. frames.TakeLast(most - (most / 2))];
            yield return $"  inside {string.Join(" ← ", shown.Select(frame => $"{frame.Type}.{frame.Name}"))}";
        }
    }

    private static bool IsTelling(CapturedFrame frame) =>
        frame is { IsNative: false, Type: { } type } && !Array.Exists(FrameworkNames.Plumbing, prefix => type.StartsWith(prefix, StringComparison.Ordinal));
}
