namespace GuruReports.Hosting;

/// <summary>When one measure of the record makes a report by itself.</summary>
public sealed class WatchRuleOptions
{
    /// <summary>Gets or sets from which value on; zero for never. Default: zero. In what it is counted stands at each rule.</summary>
    public double Limit { get; set; }

    /// <summary>Gets or sets for how long the measure must have been there, without a second below. Default: 1 min.</summary>
    public TimeSpan For { get; set; } = TimeSpan.FromMinutes(1);
}
