namespace GuruReports.Hosting;

/// <summary>The thresholds of the findings.</summary>
public sealed class FindingOptions
{
    /// <summary>Gets the identifiers of findings that are not shown.</summary>
    public IList<string> Disabled { get; } = [];
}
