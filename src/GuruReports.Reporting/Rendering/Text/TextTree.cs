using GuruReports.Reporting.Model;
using GuruReports.Reporting.Rendering.Words;

namespace GuruReports.Reporting.Rendering.Text;

/// <summary>A tree, drawn with lines.</summary>
internal static class TextTree
{
    public static void Write(TextPage page, int indent, IReadOnlyList<ReportTreeNode> roots)
    {
        foreach (var root in roots)
        {
            WriteLabel(page, indent, root, "", "");
            WriteBelow(page, indent, root, "");
        }
    }

    private static void WriteBelow(TextPage page, int indent, ReportTreeNode node, string trunk)
    {
        var margin = $"{trunk}{(node.Children.Count > 0 ? "│  " : "   ")} ";
        foreach (var line in DetailLines(node, page.Width - indent - margin.Length))
        {
            foreach (var piece in LineWrap.Wrap(line, 0, page.Width - indent - margin.Length, page.Width - indent - margin.Length))
            {
                page.Line(indent, margin + piece);
            }
        }

        for (var i = 0; i < node.Children.Count; i++)
        {
            var last = i == node.Children.Count - 1;
            var below = trunk + (last ? "   " : "│  ");
            WriteLabel(page, indent, node.Children[i], trunk + (last ? "└─ " : "├─ "), below);
            WriteBelow(page, indent, node.Children[i], below);
        }
    }

    private static void WriteLabel(TextPage page, int indent, ReportTreeNode node, string branch, string trunk)
    {
        var further = trunk + (node.Children.Count > 0 ? "│    " : "     ");
        var first = true;
        foreach (var line in LineWrap.Wrap(VisibleText.Line(node.Label), 0, page.Width - indent - branch.Length, page.Width - indent - further.Length))
        {
            page.Line(indent, (first ? branch : further) + line);
            first = false;
        }
    }

    private static IEnumerable<string> DetailLines(ReportTreeNode node, int room)
    {
        var line = "";
        foreach (var detail in node.Details)
        {
            var value = TextValue.InlineOrList(detail.Value, exact: false) ?? OneLine.Of(detail.Value);
            var piece = $"{VisibleText.Line(detail.Name)} = {value}" + (detail.Remark is null ? "" : $" ({VisibleText.Line(detail.Remark)})");
            if (line.Length > 0 && line.Length + 3 + piece.Length > room)
            {
                yield return line;
                line = "";
            }

            line = line.Length == 0 ? piece : $"{line}   {piece}";
        }

        if (line.Length > 0)
        {
            yield return line;
        }
    }
}
