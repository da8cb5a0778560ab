namespace GuruReports.Reporting.Model;

/// <summary>Values in order.</summary>
/// <param name="Items">The values.</param>
public sealed record ReportList(IReadOnlyList<ReportValue> Items) : ReportValue;
