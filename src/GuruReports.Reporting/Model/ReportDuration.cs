namespace GuruReports.Reporting.Model;

/// <summary>A span of time.</summary>
/// <param name="Duration">The span.</param>
public sealed record ReportDuration(TimeSpan Duration) : ReportValue;
