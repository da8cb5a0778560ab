namespace GuruReports.Reporting.Model;

/// <summary>A named value of a <see cref="ReportMap"/>.</summary>
public sealed record ReportEntry
{
    /// <summary>Makes one, of what its properties tell.</summary>
    public ReportEntry(string name, ReportValue value, string? remark = null) =>
        (Name, Value, Remark) = (name, value, remark);

    /// <summary>Gets the name.</summary>
    public string Name { get; init; }

    /// <summary>Gets the value.</summary>
    public ReportValue Value { get; init; }

    /// <summary>Gets what a person should know about the value, shown beside it; null for nothing.</summary>
    public string? Remark { get; init; }
}
