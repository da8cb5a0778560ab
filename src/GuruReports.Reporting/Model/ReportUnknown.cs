namespace GuruReports.Reporting.Model;

/// <summary>A value that is not known, with the reason where there is one.</summary>
/// <param name="Reason">Why it is not known; null prints as plain <c>unknown</c>.</param>
public sealed record ReportUnknown(string? Reason = null) : ReportValue
{
    /// <summary>Gets the unknown value without a reason.</summary>
    public static ReportUnknown None { get; } = new();
}
