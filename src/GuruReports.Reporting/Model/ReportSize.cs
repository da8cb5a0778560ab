namespace GuruReports.Reporting.Model;

/// <summary>An amount of memory or storage.</summary>
public sealed record ReportSize : ReportValue
{
    /// <summary>Makes one, of what its properties tell.</summary>
    public ReportSize(long bytes) => Bytes = bytes;

    /// <summary>Gets the amount in bytes.</summary>
    public long Bytes { get; init; }
}
