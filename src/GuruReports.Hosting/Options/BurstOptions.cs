namespace GuruReports.Hosting;

/// <summary>How many captures of the threads one report takes.</summary>
public sealed class BurstOptions
{
    /// <summary>Gets or sets the number of captures, 1 to 20. Default: 1.</summary>
    public int Count { get; set; } = 1;

    /// <summary>Gets or sets the time between two captures. Default: 2 s.</summary>
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(2);
}
