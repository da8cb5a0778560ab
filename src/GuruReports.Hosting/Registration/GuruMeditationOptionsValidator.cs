using System.Globalization;
using System.Text.RegularExpressions;
using GuruReports.Hosting.Triggers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace GuruReports.Hosting.Registration;

/// <summary>Checks the settings when the host starts; each message names the key, the value and what is allowed.</summary>
internal sealed class GuruMeditationOptionsValidator(OptionsSource source) : IValidateOptions<GuruMeditationOptions>
{
    private static readonly TimeSpan s_longest = TimeSpan.FromDays(1);

    public ValidateOptionsResult Validate(string? name, GuruMeditationOptions options)
    {
        var rules = new SettingRules(source.Section?.Path ?? GuruMeditationOptions.SectionName);
        rules.Must(SignalName.TryResolve(options.Signal, SignalName.Current, out _, out _), "Signal", options.Signal, "a signal's name (SIGUSR1, USR2), its number, or none" + SignalName.Refusal(options.Signal));
        rules.Between("RetainedReports", options.RetainedReports, 1, 100_000);
        rules.Between("RetainedBytes", options.RetainedBytes, 1L << 16, long.MaxValue);
        rules.Between("MaximumReportSize", options.MaximumReportSize, 64L << 10, 1L << 30);
        rules.Between("MaximumAbandonedThreads", options.MaximumAbandonedThreads, 1, 1000);
        rules.Between("MinimumInterval", options.MinimumInterval, TimeSpan.Zero, s_longest);
        rules.Between("SectionTimeout", options.SectionTimeout, TimeSpan.FromMilliseconds(10), s_longest);
        rules.Between("ReportTimeout", options.ReportTimeout, TimeSpan.FromMilliseconds(100), s_longest);
        rules.Between("DestinationTimeout", options.DestinationTimeout, TimeSpan.FromMilliseconds(10), s_longest);
        rules.Between("Burst:Count", options.Burst.Count, 1, 20);
        rules.Between("Burst:Interval", options.Burst.Interval, TimeSpan.FromMilliseconds(10), TimeSpan.FromMinutes(1));
        rules.Between("Snapshot:MaximumPause", options.Snapshot.MaximumPause, TimeSpan.Zero, s_longest);
        rules.Between("Snapshot:Timeout", options.Snapshot.Timeout, TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(30));
        rules.Between("Snapshot:Interval", options.Snapshot.Interval, TimeSpan.Zero, TimeSpan.FromDays(1));
        rules.Between("Snapshot:TimeoutWhenStarved", options.Snapshot.TimeoutWhenStarved, TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(30));
        rules.Between("Watchdog:StarvationLimit", options.Watchdog.StarvationLimit, TimeSpan.FromSeconds(1), s_longest);
        rules.Between("Watchdog:MinimumInterval", options.Watchdog.MinimumInterval, TimeSpan.Zero, TimeSpan.FromDays(365));
        rules.Between("Watchdog:ShutdownLimit", options.Watchdog.ShutdownLimit, TimeSpan.Zero, s_longest);
        rules.Must(
            options.Watchdog.NearMissLimit == TimeSpan.Zero || (options.Watchdog.NearMissLimit >= TimeSpan.FromMilliseconds(100) && options.Watchdog.NearMissLimit <= s_longest),
            "Watchdog:NearMissLimit",
            options.Watchdog.NearMissLimit.ToString(),
            "00:00:00 for never, or 00:00:00.1 to 1.00:00:00");
        WatchRuleRanges.Check(rules, options.Watchdog.Rules);
        KnownTypeRules.Check(rules, options.Snapshot.KnownTypes);
        FindingRanges.Check(rules, options.Findings);
        Patterns(rules, "Redaction:KeyPatterns", options.Redaction.KeyPatterns);
        Patterns(rules, "Redaction:ValuePatterns", options.Redaction.ValuePatterns);
        return rules.Failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(rules.Failures);
    }

    private static void Patterns(SettingRules rules, string key, IList<string> patterns)
    {
        for (var i = 0; i < patterns.Count; i++)
        {
            rules.Must(
                IsPattern(patterns[i]),
                string.Create(CultureInfo.InvariantCulture, $"{key}:{i}"),
                patterns[i],
                "a regular expression without look-around and back references: it is matched without backtracking, in linear time");
        }
    }

    private static bool IsPattern(string pattern)
    {
        try
        {
            _ = new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.IgnoreCase);
            return pattern.Length > 0;
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            return false;
        }
    }
}
