using GuruReports.Hosting.Model;

namespace GuruReports.Hosting.Rendering;

/// <summary>A tree, drawn with lines.</summary>
internal static class TextTree
{
    public static void Write(TextPage page, int indent, IReadOnlyList<ReportTreeNode> roots)
    {
        foreach (var root in roots)
        {
            page.Line(indent, root.Label);
            WriteBelow(page, indent, root, "", 1);
        }
    }

    private static void WriteBelow(TextPage page, int indent, ReportTreeNode node, string trunk, int depth)
    {
        foreach (var line in DetailLines(node, indent + trunk.Length + 4))
        {
            page.Line(indent, $"{trunk}{(node.Children.Count > 0 ? "│  " : "   ")} {line}");
        }

        if (node.Children.Count > 0 && depth >= ModelDepth.Maximum)
        {
            page.Line(indent, $"{trunk}└─ {ModelDepth.Remark}");
            return;
        }

        for (var i = 0; i < node.Children.Count; i++)
        {
            var last = i == node.Children.Count - 1;
            page.Line(indent, $"{trunk}{(last ? "└─ " : "├─ ")}{VisibleText.Line(node.Children[i].Label)}");
            WriteBelow(page, indent, node.Children[i], trunk + (last ? "   " : "│  "), depth + 1);
        }
    }

    private static IEnumerable<string> DetailLines(ReportTreeNode node, int margin)
    {
        var line = "";
        foreach (var detail in node.Details)
        {
            var value = TextValue.InlineOrList(detail.Value, exact: false) ?? OneLine.Of(detail.Value);
            var piece = $"{VisibleText.Line(detail.Name)} = {value}" + (detail.Remark is null ? "" : $" ({VisibleText.Line(detail.Remark)})");
            if (line.Length > 0 && margin + line.Length + 3 + piece.Length > TextPage.ProseWidth)
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
