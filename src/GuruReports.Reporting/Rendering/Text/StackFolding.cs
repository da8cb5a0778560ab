using GuruReports.Reporting.Model;
using GuruReports.Reporting.Model.Stacks;
using GuruReports.Reporting.Vocabulary;

namespace GuruReports.Reporting.Rendering.Text;

/// <summary>Says which frames of a stack a person wants to see, and counts the others.</summary>
internal static class StackFolding
{
    /// <summary>Folds runs of frames that are not own code.</summary>
    /// <param name="frames">The frames, the innermost first.</param>
    /// <returns>Own frames one by one; the frame that own code called; counts in place of all others.</returns>
    public static IEnumerable<FoldedFrames> Fold(IReadOnlyList<StackFrameLine> frames)
    {
        var firstOwn = 0;
        while (firstOwn < frames.Count && !frames[firstOwn].IsOwnCode)
        {
            firstOwn++;
        }

        return firstOwn == frames.Count ? FoldFramework(frames) : FoldOwn(frames, firstOwn);
    }

    private static IEnumerable<FoldedFrames> FoldFramework(IReadOnlyList<StackFrameLine> frames)
    {
        if (frames.Count == 0)
        {
            yield break;
        }

        // The leaf says what the thread waits for, the outermost frame that is no thread start says what it is for.
        var entry = frames.Count - 1;
        while (entry > 0 && frames[entry].Method.StartsWith(FrameworkNames.ThreadStart, StringComparison.Ordinal))
        {
            entry--;
        }

        yield return new(FoldKind.Shown, 0, 1);
        if (entry > 1)
        {
            yield return new(entry == 2 ? FoldKind.Shown : FoldKind.Hidden, 1, entry - 1);
        }

        if (entry > 0)
        {
            yield return new(FoldKind.Shown, entry, 1);
        }

        if (entry < frames.Count - 1)
        {
            yield return new(FoldKind.Hidden, entry + 1, frames.Count - 1 - entry);
        }
    }

    private static IEnumerable<FoldedFrames> FoldOwn(IReadOnlyList<StackFrameLine> frames, int firstOwn)
    {
        if (firstOwn > 0)
        {
            yield return new(FoldKind.Callee, 0, firstOwn);
        }

        for (var i = firstOwn; i < frames.Count;)
        {
            var end = i;
            while (end < frames.Count && !frames[end].IsOwnCode)
            {
                end++;
            }

            // A single frame between own ones takes no more room than its count, and says more.
            var hidden = end - i > 1 || (end > i && end == frames.Count);
            yield return hidden ? new(FoldKind.Hidden, i, end - i) : new(FoldKind.Shown, i, 1);
            i = hidden ? end : i + 1;
        }
    }
}
