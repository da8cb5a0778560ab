namespace GuruReports.Reporting.Model;

/// <summary>Named values in order.</summary>
public sealed record ReportMap : ReportValue
{
    /// <summary>Makes one, of what its properties tell.</summary>
    public ReportMap(IReadOnlyList<ReportEntry> entries) => Entries = entries;

    /// <summary>Gets the names and values; a name may occur more than once.</summary>
    public IReadOnlyList<ReportEntry> Entries { get; init; }
}
