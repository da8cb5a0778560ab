using System.Text;
using GuruReports.Reporting.Model;
using GuruReports.Reporting.Rendering.Words;
using GuruReports.Reporting.Vocabulary;

namespace GuruReports.Reporting.Rendering.Text;

/// <summary>Any value on a single visible line, for places that have no room for more: table cells, details of a tree.</summary>
internal static class OneLine
{
    public static string Of(ReportValue value)
    {
        if (TextValue.Inline(value, exact: false) is { } simple)
        {
            return simple;
        }

        var line = new StringBuilder();
        Append(line, value);
        return line.ToString();
    }

    private static void Append(StringBuilder line, ReportValue value)
    {
        if (TextValue.Inline(value, exact: false) is { } simple)
        {
            line.Append(simple);
        }
        else
        {
            AppendBlock(line, value);
        }
    }

    private static void AppendBlock(StringBuilder line, ReportValue value)
    {
        switch (value)
        {
            case ReportText text:
                line.Append(VisibleText.Line(text.Text));
                break;
            case ReportList list:
                AppendAll(line, list.Items, item => Append(line, item));
                break;
            case ReportMap map:
                AppendAll(line, map.Entries, entry => Append(line.Append(VisibleText.Line(entry.Name)).Append('='), entry.Value));
                break;
            case ReportTable table:
                line.Append(Measures.Count(table.Rows.Count, "row"));
                break;
            case ReportTree tree:
                AppendAll(line, tree.Roots, root => line.Append(VisibleText.Line(root.Label)));
                break;
            case ReportStacks stacks:
                AppendAll(line, stacks.Groups, group => line.Append(VisibleText.Line($"{Measures.Count(group.Count, group.Noun)} {group.State}")));
                break;
        }
    }

    private static void AppendAll<T>(StringBuilder line, IReadOnlyList<T> items, Action<T> append)
    {
        for (var i = 0; i < items.Count; i++)
        {
            line.Append(i == 0 ? "" : ", ");
            append(items[i]);
        }
    }
}
