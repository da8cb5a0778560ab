namespace GuruReports.Reporting.Model;

/// <summary>A table.</summary>
public sealed record ReportTable : ReportValue
{
    /// <summary>Makes one, of what its properties tell.</summary>
    public ReportTable(IReadOnlyList<string> columns, IReadOnlyList<IReadOnlyList<ReportValue>> rows) =>
        (Columns, Rows) = (columns, rows);

    /// <summary>Gets the column titles.</summary>
    public IReadOnlyList<string> Columns { get; init; }

    /// <summary>Gets the rows; each has as many values as there are columns.</summary>
    public IReadOnlyList<IReadOnlyList<ReportValue>> Rows { get; init; }
}
