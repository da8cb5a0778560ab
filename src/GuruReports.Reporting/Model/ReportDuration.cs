namespace GuruReports.Reporting.Model;

/// <summary>A span of time.</summary>
public sealed record ReportDuration : ReportValue
{
    /// <summary>Makes one, of what its properties tell.</summary>
    public ReportDuration(TimeSpan duration) => Duration = duration;

    /// <summary>Gets the span.</summary>
    public TimeSpan Duration { get; init; }
}
