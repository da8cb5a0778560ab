using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Sections.Custom;

/// <summary>Makes tables of sequences whose items all look alike.</summary>
internal static class Tables
{
    private const int MostColumns = 12;

    /// <summary>Returns a table when all items are maps of plain values with the same names; else null.</summary>
    public static ReportTable? From(List<ReportValue> items)
    {
        if (items.Count < 2 || items[0] is not ReportMap { Entries: { Count: > 0 and <= MostColumns } first })
        {
            return null;
        }

        var columns = first.Select(entry => entry.Name).ToList();
        var rows = new List<IReadOnlyList<ReportValue>>(items.Count);
        foreach (var item in items)
        {
            if (item is ReportMap map && IsRow(map, columns))
            {
                rows.Add([.. map.Entries.Select(entry => entry.Value)]);
            }
            else if (item is ReportText && rows.Count == items.Count - 1)
            {
                rows.Add([item, .. Enumerable.Repeat<ReportValue>(new ReportText(""), columns.Count - 1)]);
            }
            else
            {
                return null;
            }
        }

        return new ReportTable(columns, rows);
    }

    private static bool IsRow(ReportMap map, List<string> columns)
    {
        if (map.Entries.Count != columns.Count)
        {
            return false;
        }

        for (var index = 0; index < columns.Count; index++)
        {
            if (map.Entries[index].Name != columns[index] || map.Entries[index].Value is ReportMap or ReportList or ReportTable or ReportTree or ReportStacks)
            {
                return false;
            }
        }

        return true;
    }
}
