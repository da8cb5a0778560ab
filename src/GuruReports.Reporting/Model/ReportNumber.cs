namespace GuruReports.Reporting.Model;

/// <summary>A number, with a unit where it has one.</summary>
/// <param name="Number">The number.</param>
/// <param name="Unit">The unit as printed behind the number (for example <c>%</c>), or null.</param>
public sealed record ReportNumber(double Number, string? Unit = null) : ReportValue;
