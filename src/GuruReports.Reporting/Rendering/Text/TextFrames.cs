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
        var column = LocationColumn(page, group.Frames, indent + FrameIndent);
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
            page.Prose(indent + FrameIndent, indent + FrameIndent, "… the stack goes on; its outer frames were not captured");
        }
    }

    private static void WriteFolded(TextPage page, int indent, IReadOnlyList<StackFrameLine> frames, int column)
    {
        foreach (var run in StackFolding.Fold(frames))
        {
            switch (run.Kind)
            {
                case FoldKind.Callee or FoldKind.Call:
                    page.Prose(indent, indent + FrameIndent, FoldWords.Of(frames, run), width: page.Width);
                    break;
                case FoldKind.Hidden:
                    page.Line(indent + FrameIndent, FoldWords.Of(frames, run));
                    break;
                case FoldKind.Repeated:
                    WriteRepeated(page, indent + FrameIndent, frames, run, column);
                    break;
                case FoldKind.Start:
                    break;
                default:
                    WriteFrame(page, indent + FrameIndent, frames[run.Start], column);
                    break;
            }
        }
    }

    private static void WriteRepeated(TextPage page, int indent, IReadOnlyList<StackFrameLine> frames, FoldedFrames run, int column)
    {
        var deeper = run.Period > 1 ? FrameIndent : 0;
        if (deeper > 0)
        {
            page.Line(indent, FoldWords.Of(frames, run));
        }

        foreach (var frame in FoldWords.Repeated(frames, run))
        {
            WriteFrame(page, indent + deeper, frame, column - deeper);
        }
    }

    private static void WriteFrame(TextPage page, int indent, StackFrameLine frame, int column)
    {
        var method = VisibleText.Line(frame.Method);
        var place = Place(frame);
        var line = $"{method.PadRight(Math.Max(column, 0))}{new string(' ', Gap)}{place}";
        if (place.Length > 0 && indent + line.Length <= page.Width)
        {
            page.Line(indent, line);
            return;
        }

        // "async" alone on a line would say nothing.
        var lead = method.StartsWith("async ", StringComparison.Ordinal) ? "async".Length : 0;
        page.Prose(indent, indent + (2 * Gap), method, lead, width: page.Width);
        if (place.Length > 0)
        {
            page.Line(indent + (2 * Gap), place);
        }
    }

    /// <summary>Returns where a frame stands, and what more is to be said of it; empty when neither is known.</summary>
    public static string Place(StackFrameLine frame)
    {
        var place = frame.Location ?? (frame is { IsOwnCode: true, Assembly: not null } ? $"in {frame.Assembly}" : "");
        var remark = frame.Remark is null ? "" : $"({frame.Remark})";
        return VisibleText.Line(place.Length > 0 && remark.Length > 0 ? $"{place} {remark}" : place + remark);
    }

    /// <summary>Finds the column at which most locations can stand; a method longer than that pushes only its own.</summary>
    private static int LocationColumn(TextPage page, IReadOnlyList<StackFrameLine> frames, int indent)
    {
        var column = 0;
        foreach (var frame in frames)
        {
            var place = Place(frame).Length;
            var length = VisibleText.Line(frame.Method).Length;
            if ((page.ShowFrameworkFrames || frame.IsOwnCode) && place > 0 && indent + length + Gap + place <= page.Width)
            {
                column = Math.Max(column, length);
            }
        }

        return column;
    }
}
