namespace GuruReports.Reporting.Model;

/// <summary>A value that is not known, with the reason where there is one.</summary>
public sealed record ReportUnknown : ReportValue
{
    /// <summary>Makes one, of what its properties tell.</summary>
    public ReportUnknown(string? reason = null) => Reason = reason;

    /// <summary>Gets why it is not known; null prints as plain <c>unknown</c>.</summary>
    public string? Reason { get; init; }

    /// <summary>Gets the unknown value without a reason.</summary>
    public static ReportUnknown None { get; } = new();
}
