using System.Globalization;
using System.Text;
using GuruReports.Reporting.Model;
using GuruReports.Reporting.Model.Stacks;
using GuruReports.Reporting.Rendering.Words;
using GuruReports.Reporting.Vocabulary;

namespace GuruReports.Reporting.Rendering.Text;

/// <summary>Groups of equal stacks: a line that says how many, in what state and who, then the frames worth reading.</summary>
internal static class TextStacks
{
    private const int NoteIndent = 4;

    public static void Write(TextPage page, int indent, IReadOnlyList<StackGroup> groups)
    {
        var digits = Math.Max(2, groups.Max(group => Measures.Grouped(group.Count).Length));
        for (var i = 0; i < groups.Count; i++)
        {
            if (i > 0 && !(OneLiner(groups[i - 1]) && OneLiner(groups[i])))
            {
                page.Blank();
            }

            WriteHead(page, indent, groups[i], digits);
            if (!groups[i].Idle)
            {
                TextFrames.Write(page, indent + NoteIndent, groups[i]);
            }

            WriteNotes(page, indent + NoteIndent, groups[i]);
        }
    }

    private static bool OneLiner(StackGroup group) => group.Notes.Count == 0 && (group.Idle || group.Frames.Count == 0);

    private static void WriteHead(TextPage page, int indent, StackGroup group, int digits)
    {
        var noun = group.Count == 1 ? group.Noun + " " : Measures.Plural(group.Noun);
        var count = $"{Measures.Grouped(group.Count).PadLeft(digits)} {noun}";
        var what = new StringBuilder("  ").Append(VisibleText.Line(group.State));
        foreach (var remark in group.Remarks)
        {
            what.Append("  ").Append(VisibleText.Line(remark));
        }

        var room = page.Width - indent - count.Length - what.Length - 3;
        if (group.Members.Count > 0 && Members(group, room) is var members && members.Length <= room)
        {
            page.Line(indent, count, Ink.Header, $"{what}   {members}");
            return;
        }

        page.Prose(indent, indent + NoteIndent, $"{count}{what}", count.Length, Ink.Header, page.Width);
        if (group.Members.Count > 0)
        {
            page.Line(indent + NoteIndent, Members(group, page.Width - indent - NoteIndent));
        }
    }

    /// <summary>Returns as many labels as fit, and the count of the others.</summary>
    private static string Members(StackGroup group, int room)
    {
        var line = new StringBuilder();
        var separator = group.Members.Any(member => member.Label.Contains(' ', StringComparison.Ordinal)) ? ", " : " ";
        var shown = 0;
        for (; shown < group.Members.Count; shown++)
        {
            var label = VisibleText.Line(group.Members[shown].Label);
            var left = group.Count - shown - 1;
            var tail = left > 0 ? More(left).Length : 0;
            if (shown > 0 && line.Length + separator.Length + label.Length + tail > room)
            {
                break;
            }

            line.Append(shown == 0 ? "" : separator).Append(label);
        }

        return group.Count > shown ? line.Append(More(group.Count - shown)).ToString() : line.ToString();
    }

    private static string More(int count) => string.Create(CultureInfo.InvariantCulture, $" … ({count} more)");

    private static void WriteNotes(TextPage page, int indent, StackGroup group)
    {
        foreach (var note in group.Notes)
        {
            page.Prose(indent, indent + 2, note, width: page.Width);
        }
    }
}
