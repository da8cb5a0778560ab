using System.Data;
using System.Runtime.CompilerServices;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Sections.Custom;

/// <summary>Makes tables of data tables and of views of them.</summary>
internal static class DataTables
{
    /// <summary>Returns whether a value is one of them.</summary>
    public static bool Are(object value) => OptionalTypes.Derives(value, OptionalTypes.DataTable) || OptionalTypes.Derives(value, OptionalTypes.DataView);

    /// <summary>Turns one.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static ReportTable Convert(ObjectConverter converter, object value, int depth) => Convert(converter, value is DataView view ? view.ToTable() : (DataTable)value, depth);

    private static ReportTable Convert(ObjectConverter converter, DataTable table, int depth)
    {
        var columns = table.Columns.Cast<DataColumn>().Select(column => column.ColumnName).ToList();
        var rows = new List<IReadOnlyList<ReportValue>>();
        foreach (DataRow row in table.Rows)
        {
            if (rows.Count == ConversionBudget.MostItems)
            {
                rows.Add([new ReportText($"(cut: {table.Rows.Count - rows.Count} more rows)"), .. Enumerable.Repeat<ReportValue>(new ReportText(""), Math.Max(0, columns.Count - 1))]);
                break;
            }

            var cells = row.RowState == DataRowState.Deleted ? null : row.ItemArray;
            rows.Add([.. columns.Select((column, index) => converter.Convert(column, cells?[index], depth + 1))]);
        }

        return new ReportTable(columns, rows);
    }
}
