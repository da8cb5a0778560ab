namespace GuruReports.Hosting;

/// <summary>When a report comes by itself.</summary>
public sealed class WatchdogOptions
{
    /// <summary>Gets or sets whether the watchdog runs. Default: true.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>Gets or sets for how long the thread pool must have run nothing before a report comes. Default: 5 s.</summary>
    public TimeSpan StarvationLimit { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Gets or sets the least time between two reports of the watchdog. Default: 10 min.</summary>
    public TimeSpan MinimumInterval { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Gets or sets whether an unhandled exception makes a report before the process ends. Default: false.</summary>
    public bool ReportCrash { get; set; }

    /// <summary>Gets or sets for how long the host may stop before a report says who holds it up; zero for never. Default: zero.</summary>
    public TimeSpan ShutdownLimit { get; set; }

    /// <summary>Gets or sets for how long something may wait in the thread pool before that is a near miss, whose threads are captured and shown by the next report; zero for never, and then waits for locks are not looked for either. Default: 250 ms.</summary>
    public TimeSpan NearMissLimit { get; set; } = TimeSpan.FromMilliseconds(250);

    /// <summary>Gets the rules over the process's record that make a report before anybody asks.</summary>
    public WatchRulesOptions Rules { get; } = new();
}
