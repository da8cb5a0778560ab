using GuruReports.Reporting.Model;
using GuruReports.Reporting.Rendering.Text;
using GuruReports.Reporting.Rendering.Words;
using GuruReports.Reporting.Vocabulary;

namespace GuruReports.Reporting.Rendering.Html;

/// <summary>One value of the model on the page. What is long starts folded.</summary>
internal static class HtmlValue
{
    private const int Long = 40;

    public static void Write(HtmlPage page, ReportValue value)
    {
        if (value is ReportUnknown unknown)
        {
            page.Element("span", "unknown", Wording.Unknown(unknown));
        }
        else if (value is ReportSeries series)
        {
            HtmlSeries.Write(page, series);
        }
        else if (TextValue.InlineOrList(value) is { } line)
        {
            page.Text(line);
        }
        else
        {
            WriteBlock(page, value);
        }
    }

    /// <summary>Writes a remark beside a value.</summary>
    public static void WriteRemark(HtmlPage page, string? remark)
    {
        if (remark is not null)
        {
            page.Element("span", "remark", remark);
        }
    }

    /// <summary>Says whether a value is an amount, which stands to the right.</summary>
    public static bool IsAmount(ReportValue value) => value is ReportNumber or ReportSize or ReportDuration;

    private static void WriteBlock(HtmlPage page, ReportValue value)
    {
        switch (value)
        {
            case ReportText text:
                page.Open("pre");
                page.Lines(text.Text);
                page.Close("pre");
                break;
            case ReportMap map:
                Folded(page, map.Entries.Count, "entry", () => WriteMap(page, map));
                break;
            case ReportList list:
                Folded(page, list.Items.Count, "item", () => WriteList(page, list));
                break;
            case ReportTable table:
                Folded(page, table.Rows.Count, "row", () => HtmlTable.Write(page, table));
                break;
            case ReportTree tree:
                HtmlTree.Write(page, tree.Roots, "tree");
                break;
            case ReportStacks stacks:
                HtmlStacks.Write(page, stacks.Groups);
                break;
        }
    }

    private static void Folded(HtmlPage page, int count, string noun, Action content)
    {
        if (count <= Long)
        {
            content();
            return;
        }

        page.Open("details");
        page.Element("summary", null, Measures.Count(count, noun));
        content();
        page.CloseLine("details");
    }

    private static void WriteMap(HtmlPage page, ReportMap map)
    {
        page.Constant("<div class=\"scroll\"><table><tbody>\n");
        foreach (var entry in map.Entries)
        {
            page.Open("tr");
            page.Element("th", null, entry.Name);
            page.Open("td");

            // What is said of stacks or of a table is read before them.
            if (entry.Value is ReportStacks or ReportTable or ReportTree)
            {
                WriteRemark(page, entry.Remark);
                Write(page, entry.Value);
            }
            else
            {
                Write(page, entry.Value);
                WriteRemark(page, entry.Remark);
            }

            page.Close("td");
            page.CloseLine("tr");
        }

        page.Constant("</tbody></table></div>\n");
    }

    private static void WriteList(HtmlPage page, ReportList list)
    {
        page.Open("ul");
        foreach (var item in list.Items)
        {
            page.Open("li");
            Write(page, item);
            page.CloseLine("li");
        }

        page.CloseLine("ul");
    }
}
