using GuruReports.Reporting.Model;
using GuruReports.Reporting.Rendering.Words;

namespace GuruReports.Reporting.Rendering.Text;

/// <summary>Named values, one a line, their equal signs in a column.</summary>
internal static class TextMap
{
    private const int LongestAlignedName = 44;

    public static void Write(TextPage page, int indent, IReadOnlyList<ReportEntry> entries)
    {
        var column = 0;
        foreach (var entry in entries)
        {
            var length = VisibleText.Line(entry.Name).Length;
            column = length <= LongestAlignedName && TextValue.InlineOrList(entry.Value) is not null ? Math.Max(column, length) : column;
        }

        foreach (var entry in entries)
        {
            WriteEntry(page, indent, entry, column);
        }
    }

    private static void WriteEntry(TextPage page, int indent, ReportEntry entry, int column)
    {
        var name = VisibleText.Line(entry.Name);
        var remark = entry.Remark is null ? "" : $"   ({VisibleText.Line(entry.Remark)})";
        if (TextValue.InlineOrList(entry.Value) is not { } value)
        {
            page.Line(indent, $"{name}:{remark}");
            TextValue.Write(page, indent + 2, entry.Value);
            return;
        }

        var head = $"{name.PadRight(column)} = ";
        var hanging = indent + (head.Length <= LongestAlignedName ? head.Length : 4);
        var fits = indent + head.Length + value.Length + remark.Length <= page.Width;
        page.Prose(indent, hanging, fits ? $"{head}{value}{remark}" : $"{head}{value}", head.Length, width: page.Width);
        if (!fits && remark.Length > 0)
        {
            page.Prose(hanging, hanging + 1, remark.TrimStart(), width: page.Width);
        }
    }
}
