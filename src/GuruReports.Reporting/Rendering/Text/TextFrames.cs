using GuruReports.Reporting.Model;
using GuruReports.Reporting.Model.Stacks;
using GuruReports.Reporting.Rendering.Words;
using GuruReports.Reporting.Vocabulary;

namespace GuruReports.Reporting.Rendering.Text;

/// <summary>The frames of a stack, their locations in a column.</summary>
internal static class TextFrames
{
    private const int FrameIndent = 2;

    private const int Gap = 2;

    public static void Write(TextPage page, int indent, StackGroup group)
    {
        var column = LocationColumn(group.Frames, indent + FrameIndent, page.ShowFrameworkFrames);
        if (page.ShowFrameworkFrames)
        {
            foreach (var frame in group.Frames)
            {
                WriteFrame(page, indent + FrameIndent, frame, column);
            }
        }
        else
        {
            WriteFolded(page, indent, group.Frames, column);
        }

        if (group.FramesTruncated)
        {
            page.Line(indent + FrameIndent, "… the stack goes on; its outer frames were not captured");
        }
    }

    private static void WriteFolded(TextPage page, int indent, IReadOnlyList<StackFrameLine> frames, int column)
    {
        foreach (var run in StackFolding.Fold(frames))
        {
            switch (run.Kind)
            {
                case FoldKind.Callee:
                    var deeper = run.Count == 1 ? "" : $"  … {Measures.Count(run.Count - 1, "frame")} deeper";
                    page.Line(indent, $"→ {VisibleText.Line(MethodNames.Short(frames[run.Start + run.Count - 1].Method))}{deeper}");
                    break;
                case FoldKind.Hidden:
                    page.Line(indent + FrameIndent, $"… {Measures.Count(run.Count, "other frame")}");
                    break;
                default:
                    WriteFrame(page, indent + FrameIndent, frames[run.Start], column);
                    break;
            }
        }
    }

    private static void WriteFrame(TextPage page, int indent, StackFrameLine frame, int column)
    {
        var method = VisibleText.Line(frame.Method);
        var place = Place(frame);
        var line = $"{method.PadRight(column)}{new string(' ', Gap)}{place}";
        if (place.Length == 0 || indent + line.Length <= TextPage.Width)
        {
            page.Line(indent, place.Length == 0 ? method : line);
            return;
        }

        page.Line(indent, method);
        page.Line(indent + (2 * Gap), place);
    }

    /// <summary>Returns where a frame stands, and what more is to be said of it; empty when neither is known.</summary>
    public static string Place(StackFrameLine frame)
    {
        var place = frame.Location ?? (frame is { IsOwnCode: true, Assembly: not null } ? $"in {frame.Assembly}" : "");
        var remark = frame.Remark is null ? "" : $"({frame.Remark})";
        return VisibleText.Line(place.Length > 0 && remark.Length > 0 ? $"{place} {remark}" : place + remark);
    }

    /// <summary>Finds the column at which most locations can stand; a method longer than that pushes only its own.</summary>
    private static int LocationColumn(IReadOnlyList<StackFrameLine> frames, int indent, bool all)
    {
        var column = 0;
        foreach (var frame in frames)
        {
            var place = Place(frame).Length;
            var length = VisibleText.Line(frame.Method).Length;
            if ((all || frame.IsOwnCode) && place > 0 && indent + length + Gap + place <= TextPage.Width)
            {
                column = Math.Max(column, length);
            }
        }

        return column;
    }
}
