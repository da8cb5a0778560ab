namespace GuruReports.Reporting.Model;

/// <summary>A moment.</summary>
/// <param name="Time">The moment; shown in UTC.</param>
public sealed record ReportTime(DateTimeOffset Time) : ReportValue;
