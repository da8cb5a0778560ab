namespace GuruReports.Reporting.Model;

/// <summary>Values in order.</summary>
public sealed record ReportList : ReportValue
{
    /// <summary>Makes one, of what its properties tell.</summary>
    public ReportList(IReadOnlyList<ReportValue> items) => Items = items;

    /// <summary>Gets the values.</summary>
    public IReadOnlyList<ReportValue> Items { get; init; }
}
