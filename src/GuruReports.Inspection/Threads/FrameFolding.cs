using GuruReports.Inspection.Vocabulary;

namespace GuruReports.Inspection.Threads;

/// <summary>Folds runs of other frames, so that the service's own code is seen first. Pure.</summary>
public static class FrameFolding
{
    /// <summary>Folds a stack.</summary>
    /// <param name="frames">The stack, leaf first.</param>
    /// <param name="keep">The frame to show although it is not the service's own, such as the blocking call; may be <see langword="null"/>.</param>
    /// <returns>
    /// The frames to show and the folds between them: those of the service's own projects, or of packages where there are
    /// none of those. A single other frame is shown rather than folded. A stack of framework code alone keeps its two
    /// leaf-most frames.
    /// </returns>
    public static IReadOnlyList<FoldedFrame> Fold(IReadOnlyList<CapturedFrame> frames, CapturedFrame? keep = null)
    {
        ArgumentNullException.ThrowIfNull(frames);

        var level = Blame.Level(frames);
        var lines = new List<FoldedFrame>();
        var run = 0;
        for (var index = 0; index < frames.Count; index++)
        {
            var frame = frames[index];
            var shown = (level is CodeOwner.Framework ? index < 2 : frame.Owner == level) || (keep is not null && ReferenceEquals(frame, keep));
            if (!shown)
            {
                run++;
                continue;
            }

            EndRun(lines, frames, index, run);
            run = 0;
            lines.Add(new FoldedFrame { Frame = frame });
        }

        EndRun(lines, frames, frames.Count, run);
        return lines;
    }

    private static void EndRun(List<FoldedFrame> lines, IReadOnlyList<CapturedFrame> frames, int end, int run)
    {
        if (run == 1)
        {
            lines.Add(new FoldedFrame { Frame = frames[end - 1] });
        }
        else if (run > 1)
        {
            lines.Add(new FoldedFrame { Omitted = run });
        }
    }
}
