namespace GuruReports.Reporting.Model;

/// <summary>A truth value.</summary>
public sealed record ReportBoolean : ReportValue
{
    /// <summary>Makes one, of what its properties tell.</summary>
    public ReportBoolean(bool truth) => Truth = truth;

    /// <summary>Gets the truth value.</summary>
    public bool Truth { get; init; }
}
