namespace GuruReports.Reporting.Model;

/// <summary>A number, with a unit where it has one.</summary>
public sealed record ReportNumber : ReportValue
{
    /// <summary>Makes one, of what its properties tell.</summary>
    public ReportNumber(double number, string? unit = null) =>
        (Number, Unit) = (number, unit);

    /// <summary>Gets the number.</summary>
    public double Number { get; init; }

    /// <summary>Gets the unit as printed behind the number (for example <c>%</c>), or null.</summary>
    public string? Unit { get; init; }
}
