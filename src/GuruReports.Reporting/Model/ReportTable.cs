namespace GuruReports.Reporting.Model;

/// <summary>A table.</summary>
/// <param name="Columns">The column titles.</param>
/// <param name="Rows">The rows; each has as many values as there are columns.</param>
public sealed record ReportTable(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<ReportValue>> Rows) : ReportValue;
