using GuruReports.Reporting.Model;
using GuruReports.Reporting.Rendering.Words;

namespace GuruReports.Reporting.Rendering.Text;

/// <summary>A table with aligned columns; one too wide for the eye becomes one block a row.</summary>
internal static class TextTable
{
    private const int Gap = 2;

    private const int NarrowestLast = 24;

    public static void Write(TextPage page, int indent, ReportTable table)
    {
        var header = table.Columns.Select(VisibleText.Line).ToArray();
        var rows = table.Rows.Select(row => row.Take(header.Length).Select(Cell).ToArray()).ToList();
        var widths = Widths(header, rows);
        var fixedWidth = indent + widths.SkipLast(1).Sum(width => width + Gap);
        if (fixedWidth + Math.Min(widths.LastOrDefault(), NarrowestLast) > page.Width)
        {
            WriteRecords(page, indent, table);
            return;
        }

        var right = RightAligned(table);
        WriteRow(page, indent, header, widths, right, fixedWidth, Ink.Header);
        foreach (var row in rows)
        {
            WriteRow(page, indent, row, widths, right, fixedWidth, Ink.Plain);
        }
    }

    private static int[] Widths(string[] header, List<string[]> rows)
    {
        var widths = header.Select(title => title.Length).ToArray();
        foreach (var row in rows)
        {
            for (var i = 0; i < row.Length; i++)
            {
                widths[i] = Math.Max(widths[i], row[i].Length);
            }
        }

        return widths;
    }

    private static bool[] RightAligned(ReportTable table)
    {
        var right = new bool[table.Columns.Count];
        for (var i = 0; i < right.Length; i++)
        {
            var column = table.Rows.Where(row => row.Count > i).Select(row => row[i]).Where(value => value is not ReportUnknown).ToList();
            right[i] = column.Count > 0 && column.All(value => value is ReportNumber or ReportSize or ReportDuration);
        }

        return right;
    }

    private static void WriteRow(TextPage page, int indent, string[] cells, int[] widths, bool[] right, int lastColumn, Ink ink)
    {
        var line = "";
        for (var i = 0; i < cells.Length; i++)
        {
            var last = i == widths.Length - 1;
            line += right[i] ? cells[i].PadLeft(widths[i]) : last ? cells[i] : cells[i].PadRight(widths[i]);
            line += last ? "" : new string(' ', Gap);
        }

        line = line.TrimEnd();
        if (indent + line.Length <= page.Width || ink != Ink.Plain)
        {
            page.Line(indent, line, ink);
            return;
        }

        page.Prose(indent, lastColumn, line, lastColumn - indent, width: page.Width);
    }

    private static string Cell(ReportValue value) => value is ReportText { Text: "" } ? "" : OneLine.Of(value);

    private static void WriteRecords(TextPage page, int indent, ReportTable table)
    {
        foreach (var row in table.Rows)
        {
            var entries = table.Columns
                .Zip(row, (column, value) => new ReportEntry(column, value))
                .Where(entry => entry.Value is not ReportText { Text: "" })
                .ToList();
            page.Bullet(indent);
            if (entries.Count == 0)
            {
                page.Line(indent + 2, "none");
            }
            else if (entries.All(entry => TextValue.InlineOrList(entry.Value, exact: false) is not null))
            {
                page.Run(indent + 2, indent + 2, entries.Select(entry => $"{VisibleText.Line(entry.Name)} = {OneLine.Of(entry.Value)}"), "   ");
            }
            else
            {
                TextMap.Write(page, indent + 2, entries);
            }
        }
    }
}
