using GuruReports.Reporting.Model;
using GuruReports.Reporting.Model.Stacks;
using GuruReports.Reporting.Vocabulary;

namespace GuruReports.Reporting.Rendering.Text;

/// <summary>Says which frames of a stack a person wants to see, and counts the others.</summary>
internal static class StackFolding
{
    /// <summary>Folds runs of frames that are not own code, and own code that calls itself.</summary>
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

    /// <summary>Returns which frame of a <see cref="FoldKind.Call"/> is named: the innermost that does not only pass on to the system.</summary>
    public static int Called(IReadOnlyList<StackFrameLine> frames, FoldedFrames run)
    {
        var index = run.Start;
        while (index < run.Start + run.Count - 1 && frames[index].Method.StartsWith(FrameworkNames.SystemCalls, StringComparison.Ordinal))
        {
            index++;
        }

        return index;
    }

    private static IEnumerable<FoldedFrames> FoldFramework(IReadOnlyList<StackFrameLine> frames)
    {
        if (frames.Count == 0)
        {
            yield break;
        }

        // The leaf says what the thread waits for, the outermost frame that is no thread start says what it is for.
        var entry = Math.Max(0, StartOf(frames) - 1);
        if (entry > 0)
        {
            yield return new(FoldKind.Call, 0, entry);
        }

        yield return new(FoldKind.Shown, entry, 1);
        if (entry < frames.Count - 1)
        {
            yield return new(FoldKind.Start, entry + 1, frames.Count - 1 - entry);
        }
    }

    private static IEnumerable<FoldedFrames> FoldOwn(IReadOnlyList<StackFrameLine> frames, int firstOwn)
    {
        if (firstOwn > 0)
        {
            yield return new(FoldKind.Callee, 0, firstOwn);
        }

        var start = StartOf(frames);
        for (var i = firstOwn; i < start;)
        {
            var end = i;
            while (end < start && !frames[end].IsOwnCode)
            {
                end++;
            }

            var (period, times) = end == i ? Repetition.At(frames, i, static (x, y) => x.Method == y.Method) : (1, 1);
            if (times > 1)
            {
                yield return new(FoldKind.Repeated, i, period * times, period);
                i += period * times;
                continue;
            }

            // A single frame between own ones takes no more room than its count, and says more.
            var hidden = end - i > 1 || (end > i && end == start);
            yield return hidden ? new(FoldKind.Hidden, i, end - i) : new(FoldKind.Shown, i, 1);
            i = hidden ? end : i + 1;
        }

        if (start < frames.Count)
        {
            yield return new(FoldKind.Start, start, frames.Count - start);
        }
    }

    // Where the frames begin in which every thread begins.
    private static int StartOf(IReadOnlyList<StackFrameLine> frames)
    {
        var start = frames.Count;
        while (start > 0 && frames[start - 1] is { IsOwnCode: false } frame && frame.Method.StartsWith(FrameworkNames.ThreadStart, StringComparison.Ordinal))
        {
            start--;
        }

        return start;
    }
}
