using GuruReports.Reporting.Model;
using GuruReports.Reporting.Rendering.Words;

namespace GuruReports.Reporting.Rendering.Html;

/// <summary>A tree on the page.</summary>
internal static class HtmlTree
{
    public static void Write(HtmlPage page, IReadOnlyList<ReportTreeNode> nodes, string? cssClass = null)
    {
        page.Open("ul", cssClass);
        foreach (var node in nodes)
        {
            page.Open("li");
            page.Text(node.Label);
            WriteDetails(page, node.Details);
            if (node.Children.Count > 0)
            {
                Write(page, node.Children);
            }

            page.CloseLine("li");
        }

        page.CloseLine("ul");
    }

    private static void WriteDetails(HtmlPage page, IReadOnlyList<ReportEntry> details)
    {
        if (details.Count == 0)
        {
            return;
        }

        page.Open("div", "details");
        foreach (var detail in details)
        {
            page.Open("span");
            page.Text($"{detail.Name} = ");
            HtmlValue.Write(page, detail.Value);
            HtmlValue.WriteRemark(page, detail.Remark);
            page.Constant("</span> ");
        }

        page.Close("div");
    }
}
