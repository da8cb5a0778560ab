namespace GuruReports.Reporting.Model;

/// <summary>Named values in order.</summary>
/// <param name="Entries">The names and values; a name may occur more than once.</param>
public sealed record ReportMap(IReadOnlyList<ReportEntry> Entries) : ReportValue;
