using GuruReports.Reporting.Model;
using GuruReports.Reporting.Rendering.Words;
using GuruReports.Reporting.Vocabulary;

namespace GuruReports.Reporting.Rendering.Text;

/// <summary>Shows one value of the model, on one line where it fits, else as a block.</summary>
internal static class TextValue
{
    private const int InlineWidth = 72;

    /// <summary>Writes a value as a block of lines.</summary>
    public static void Write(TextPage page, int indent, ReportValue value)
    {
        if (Inline(value) is { } line)
        {
            page.Prose(indent, indent, line, width: page.Width);
            return;
        }

        switch (value)
        {
            case ReportText text:
                page.Lines(indent == 0 ? 2 : indent, text.Text);
                break;
            case ReportMap map:
                TextMap.Write(page, indent, map.Entries);
                break;
            case ReportList list:
                WriteList(page, indent, list);
                break;
            case ReportTable table:
                TextTable.Write(page, indent, table);
                break;
            case ReportTree tree:
                TextTree.Write(page, indent, tree.Roots);
                break;
            case ReportStacks stacks:
                TextStacks.Write(page, indent, stacks.Groups);
                break;
        }
    }

    /// <summary>Returns a value as one visible line, or null where it needs more.</summary>
    public static string? Inline(ReportValue value, bool exact = true) => value switch
    {
        ReportText { Text: "" } => "\"\"",
        ReportText text when IsOneLine(text.Text) => VisibleText.Line(Quoted(text.Text)),
        ReportText => null,
        ReportNumber number => VisibleText.Line(Wording.Number(number.Number, number.Unit)),
        ReportBoolean truth => truth.Truth ? "yes" : "no",
        ReportSize size => exact ? Wording.Size(size.Bytes) : Measures.Size(size.Bytes),
        ReportDuration duration => Measures.Duration(duration.Duration),
        ReportTime time => Wording.Time(time.Time),
        ReportSeries series => Sparkline.Of(series),
        ReportUnknown unknown => VisibleText.Line(Wording.Unknown(unknown)),
        ReportList { Items.Count: 0 } or ReportMap { Entries.Count: 0 } => "none",
        ReportTable { Rows.Count: 0 } or ReportTree { Roots.Count: 0 } or ReportStacks { Groups.Count: 0 } => "none",
        _ => null,
    };

    /// <summary>Returns a value as one line; a short list of plain values too.</summary>
    public static string? InlineOrList(ReportValue value, bool exact = true)
    {
        if (value is not ReportList { Items.Count: <= 12 } list)
        {
            return Inline(value, exact);
        }

        var items = new List<string>(list.Items.Count);
        foreach (var item in list.Items)
        {
            if (Inline(item, exact: false) is not { Length: <= InlineWidth } text || text.Contains(',', StringComparison.Ordinal))
            {
                return Inline(value, exact);
            }

            items.Add(text);
        }

        var joined = string.Join(", ", items);
        return items.Count > 0 && joined.Length <= InlineWidth ? joined : Inline(value, exact);
    }

    private static bool IsOneLine(string text)
    {
        var newline = text.AsSpan().IndexOf('\n');
        return newline < 0 || newline == text.Length - 1;
    }

    private static string Quoted(string text)
    {
        var line = text.EndsWith('\n') ? text[..^1] : text;
        return line.Length == 0 || line[0] == ' ' || line[^1] == ' ' ? $"\"{line}\"" : line;
    }

    private static void WriteList(TextPage page, int indent, ReportList list)
    {
        foreach (var item in list.Items)
        {
            page.Bullet(indent);
            if (InlineOrList(item) is { } line)
            {
                page.Prose(indent + 2, indent + 2, line, width: page.Width);
            }
            else
            {
                Write(page, indent + 2, item);
            }
        }
    }
}
