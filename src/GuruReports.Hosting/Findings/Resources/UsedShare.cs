using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Findings.Resources;

/// <summary>How much of something that is limited is in use.</summary>
/// <param name="Used">What is in use.</param>
/// <param name="Limit">The limit, above 0.</param>
internal readonly record struct UsedShare(long Used, long Limit)
{
    private const double Critical = 0.95;

    /// <summary>Returns the severity; null below the share from which it is worth a finding.</summary>
    public FindingSeverity? SeverityFrom(double from) =>
        Share < from ? null : Share >= Critical ? FindingSeverity.Critical : FindingSeverity.Warning;

    /// <summary>Returns the share in percent.</summary>
    public override string ToString() => Words.Percent(Share);

    private double Share => (double)Used / Limit;
}
