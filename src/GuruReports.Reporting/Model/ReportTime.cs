namespace GuruReports.Reporting.Model;

/// <summary>A moment.</summary>
public sealed record ReportTime : ReportValue
{
    /// <summary>Makes one, of what its properties tell.</summary>
    public ReportTime(DateTimeOffset time) => Time = time;

    /// <summary>Gets the moment; shown in UTC.</summary>
    public DateTimeOffset Time { get; init; }
}
