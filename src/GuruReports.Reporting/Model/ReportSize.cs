namespace GuruReports.Reporting.Model;

/// <summary>An amount of memory or storage.</summary>
/// <param name="Bytes">The amount in bytes.</param>
public sealed record ReportSize(long Bytes) : ReportValue;
