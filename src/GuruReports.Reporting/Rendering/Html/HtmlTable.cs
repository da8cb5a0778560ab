using GuruReports.Reporting.Model;
using GuruReports.Reporting.Rendering.Text;

namespace GuruReports.Reporting.Rendering.Html;

/// <summary>A table on the page.</summary>
internal static class HtmlTable
{
    public static void Write(HtmlPage page, ReportTable table)
    {
        bool[] areAmounts = [.. table.Columns.Select((_, i) => table.Rows.Any(row => row.Count > i && HtmlValue.IsAmount(row[i])))];
        page.Constant("<div class=\"scroll\"><table>\n<thead><tr>");
        for (var i = 0; i < table.Columns.Count; i++)
        {
            page.Element("th", Class(areAmounts[i]), table.Columns[i]);
        }

        page.Constant("</tr></thead>\n<tbody>\n");
        foreach (var row in table.Rows)
        {
            page.Open("tr");
            for (var i = 0; i < Math.Min(row.Count, table.Columns.Count); i++)
            {
                // An amount that is not known stands where the others do.
                page.Open("td", Class(HtmlValue.IsAmount(row[i]) || (areAmounts[i] && row[i] is ReportUnknown)));
                WriteCell(page, row[i]);
                page.Close("td");
            }

            page.CloseLine("tr");
        }

        page.Constant("</tbody></table></div>\n");
    }

    private static string? Class(bool isAmount) => isAmount ? "number" : null;

    private static void WriteCell(HtmlPage page, ReportValue cell)
    {
        if (HtmlValue.IsAmount(cell))
        {
            page.Text(OneLine.Of(cell));
            return;
        }

        HtmlValue.Write(page, cell);
    }
}
