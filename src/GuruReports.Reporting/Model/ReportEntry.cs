namespace GuruReports.Reporting.Model;

/// <summary>A named value of a <see cref="ReportMap"/>.</summary>
/// <param name="Name">The name.</param>
/// <param name="Value">The value.</param>
/// <param name="Remark">What a person should know about the value, shown beside it; null for nothing.</param>
public sealed record ReportEntry(string Name, ReportValue Value, string? Remark = null);
