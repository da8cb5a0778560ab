namespace GuruReports.Hosting.Registration.Settings;

/// <summary>Settings that are read when the service starts: what a change of them asks for comes with the next start.</summary>
internal static class StartSettings
{
    private static readonly (string Key, Func<GuruMeditationOptions, object?> Read)[] s_all =
    [
        ("ServiceName", static options => options.ServiceName),
        ("Signal", static options => options.Signal),
        ("SignalTakeover", static options => options.SignalTakeover),
        ("Rehearsal", static options => options.Rehearsal),
        ("LastWords", static options => options.LastWords),
        ("RequestFile", static options => options.RequestFile),
        ("CountExceptions", static options => options.CountExceptions),
        ("LogLevel", static options => options.LogLevel),
        ("LogCategory", static options => options.LogCategory),
        ("LogSummary", static options => options.LogSummary),
        ("LogEvents", static options => options.LogEvents),
        ("Threads:FrameworkAssemblies", static options => string.Join(',', options.Threads.FrameworkAssemblies)),
        ("Watchdog", static options => ReadWatchdog(options.Watchdog)),
        ("Watchdog:Rules", static options => ReadRules(options.Watchdog.Rules)),
    ];

    /// <summary>Returns the keys of those that differ.</summary>
    public static IReadOnlyList<string> FindChanged(GuruMeditationOptions before, GuruMeditationOptions now) =>
        [.. s_all.Where(setting => !Equals(setting.Read(before), setting.Read(now))).Select(static setting => setting.Key)];

    private static object ReadWatchdog(WatchdogOptions watchdog) =>
        (watchdog.Enabled, watchdog.StarvationLimit, watchdog.MinimumInterval, watchdog.ReportCrash, watchdog.ShutdownLimit, watchdog.NearMissLimit);

    private static string ReadRules(WatchRulesOptions rules)
    {
        WatchRuleOptions[] all = [rules.Cpu, rules.Memory, rules.Exceptions, rules.Throttled, rules.Paused, rules.Queued, rules.RequestAge, rules.Descriptors];
        return FormattableString.Invariant($"{rules.LookInterval} {rules.ReportsPerHour} {rules.DryRun} ")
            + string.Join(' ', all.Select(static rule => FormattableString.Invariant($"{rule.Limit} {rule.For}")));
    }
}
