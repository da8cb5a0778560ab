namespace GuruReports.Hosting.Registration;

/// <summary>What is allowed for the rules over the record.</summary>
internal static class WatchRuleRanges
{
    private const double Huge = 1e15;

    private static readonly TimeSpan s_shortestLook = TimeSpan.FromSeconds(5);

    public static void Check(SettingRules rules, WatchRulesOptions watch)
    {
        rules.Between("Watchdog:Rules:ReportsPerHour", watch.ReportsPerHour, 0, 3600);
        rules.Must(
            watch.LookInterval == TimeSpan.Zero || (watch.LookInterval >= s_shortestLook && watch.LookInterval <= TimeSpan.FromDays(1)),
            "Watchdog:Rules:LookInterval",
            watch.LookInterval,
            "00:00:00 for never, or 00:00:05 to 1.00:00:00");
        Check(rules, nameof(watch.Cpu), watch.Cpu, Huge);
        Check(rules, nameof(watch.Memory), watch.Memory, 1);
        Check(rules, nameof(watch.Exceptions), watch.Exceptions, Huge);
        Check(rules, nameof(watch.Throttled), watch.Throttled, Huge);
        Check(rules, nameof(watch.Paused), watch.Paused, 1);
        Check(rules, nameof(watch.Queued), watch.Queued, Huge);
        Check(rules, nameof(watch.RequestAge), watch.RequestAge, Huge);
        Check(rules, nameof(watch.Descriptors), watch.Descriptors, Huge);
    }

    private static void Check(SettingRules rules, string name, WatchRuleOptions rule, double most)
    {
        rules.Between($"Watchdog:Rules:{name}:Limit", rule.Limit, 0, most);
        rules.Between($"Watchdog:Rules:{name}:For", rule.For, TimeSpan.Zero, TimeSpan.FromMinutes(15));
    }
}
