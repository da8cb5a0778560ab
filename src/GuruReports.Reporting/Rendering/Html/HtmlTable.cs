using GuruReports.Reporting.Model;
using GuruReports.Reporting.Rendering.Text;

namespace GuruReports.Reporting.Rendering.Html;

/// <summary>A table on the page.</summary>
internal static class HtmlTable
{
    public static void Write(HtmlPage page, ReportTable table)
    {
        page.Constant("<div class=\"scroll\"><table>\n<thead><tr>");
        for (var i = 0; i < table.Columns.Count; i++)
        {
            page.Element("th", table.Rows.Any(row => row.Count > i && HtmlValue.IsAmount(row[i])) ? "number" : null, table.Columns[i]);
        }

        page.Constant("</tr></thead>\n<tbody>\n");
        foreach (var row in table.Rows)
        {
            page.Open("tr");
            foreach (var cell in row.Take(table.Columns.Count))
            {
                page.Open("td", HtmlValue.IsAmount(cell) ? "number" : null);
                WriteCell(page, cell);
                page.Close("td");
            }

            page.CloseLine("tr");
        }

        page.Constant("</tbody></table></div>\n");
    }

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
