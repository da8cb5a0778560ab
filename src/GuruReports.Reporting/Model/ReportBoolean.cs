namespace GuruReports.Reporting.Model;

/// <summary>A truth value.</summary>
/// <param name="Truth">The truth value.</param>
public sealed record ReportBoolean(bool Truth) : ReportValue;
