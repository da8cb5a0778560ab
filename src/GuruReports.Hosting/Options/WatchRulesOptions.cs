namespace GuruReports.Hosting;

/// <summary>The rules that watch the record and make a report before anybody asks. All are off until they have a limit.</summary>
public sealed class WatchRulesOptions
{
    /// <summary>Gets the rule for the process's CPU, in processors: 1.5 is one and a half.</summary>
    public WatchRuleOptions Cpu { get; } = new();

    /// <summary>Gets the rule for memory, as a part of the limit that is in force for the process, 0 to 1. Without a limit it never fires.</summary>
    public WatchRuleOptions Memory { get; } = new();

    /// <summary>Gets the rule for exceptions a second, caught ones included.</summary>
    public WatchRuleOptions Exceptions { get; } = new();

    /// <summary>Gets the rule for the part of the time in which the control group was throttled, 0 to 1.</summary>
    public WatchRuleOptions Throttled { get; } = new();

    /// <summary>Gets the rule for the part of the time in which garbage collections stopped the process, 0 to 1.</summary>
    public WatchRuleOptions Paused { get; } = new();

    /// <summary>Gets the rule for items that wait for the thread pool.</summary>
    public WatchRuleOptions Queued { get; } = new();

    /// <summary>
    /// Gets the rule for how many seconds no request has ended while one that began last waits for its answer. With a limit each request of the
    /// service is counted, which takes about 50 ns and 48 bytes of it; where something else listens to the server's metrics, next to nothing.
    /// </summary>
    public WatchRuleOptions RequestAge { get; } = new() { For = TimeSpan.Zero };

    /// <summary>Gets the rule for open descriptors.</summary>
    public WatchRuleOptions Descriptors { get; } = new();

    /// <summary>
    /// Gets or sets how often the findings are looked for without a report: the threads are captured and the rules asked, without a snapshot. One that is
    /// critical twice in a row makes a report. Zero for never. Default: zero.
    /// </summary>
    public TimeSpan LookInterval { get; set; }

    /// <summary>Gets or sets how many reports all rules together may make in an hour. Default: 6.</summary>
    public int ReportsPerHour { get; set; } = 6;

    /// <summary>Gets or sets whether the rules only log what they would have asked for. Default: false.</summary>
    public bool DryRun { get; set; }
}
