using GuruReports.Reporting;
using Microsoft.Extensions.Logging;

namespace GuruReports.Hosting.Registration.Settings;

/// <summary>All settings by their keys below the section, and what each is. A table, not reflection: trimmed services check their settings too. A test holds it against the options.</summary>
internal static class SettingTree
{
    private static readonly Dictionary<string, Type> s_all = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Enabled"] = typeof(bool),
        ["ServiceName"] = typeof(string),
        ["Product"] = typeof(string),
        ["Vendor"] = typeof(string),
        ["Version"] = typeof(string),
        ["Signal"] = typeof(string),
        ["SignalTakeover"] = typeof(bool),
        ["Rehearsal"] = typeof(bool),
        ["LastWords"] = typeof(bool),
        ["Destination"] = typeof(ReportDestinations),
        ["Format"] = typeof(ReportFormat),
        ["Directory"] = typeof(string),
        ["RetainedReports"] = typeof(int),
        ["RetainedBytes"] = typeof(long),
        ["MinimumInterval"] = typeof(TimeSpan),
        ["RequestFile"] = typeof(string),
        ["SectionTimeout"] = typeof(TimeSpan),
        ["ReportTimeout"] = typeof(TimeSpan),
        ["DestinationTimeout"] = typeof(TimeSpan),
        ["MaximumReportSize"] = typeof(long),
        ["MaximumAbandonedThreads"] = typeof(int),
        ["CountExceptions"] = typeof(bool),
        ["LogLevel"] = typeof(LogLevel),
        ["LogCategory"] = typeof(string),
        ["LogSummary"] = typeof(bool),
        ["LogEvents"] = typeof(LogLevel),
        ["Sections:Include"] = typeof(IList<string>),
        ["Sections:Exclude"] = typeof(IList<string>),
        ["Redaction:Enabled"] = typeof(bool),
        ["Redaction:KeyPatterns"] = typeof(IList<string>),
        ["Redaction:ValuePatterns"] = typeof(IList<string>),
        ["Redaction:AllowedKeys"] = typeof(IList<string>),
        ["Threads:ShowFrameworkFrames"] = typeof(bool),
        ["Threads:FrameworkAssemblies"] = typeof(IList<string>),
        ["Threads:Capture"] = typeof(ThreadCaptureWay),
        ["Snapshot:Enabled"] = typeof(bool),
        ["Snapshot:MaximumPause"] = typeof(TimeSpan),
        ["Snapshot:Timeout"] = typeof(TimeSpan),
        ["Snapshot:TimeoutWhenStarved"] = typeof(TimeSpan),
        ["Snapshot:Interval"] = typeof(TimeSpan),
        ["Snapshot:AllowNotDumpable"] = typeof(bool),
        ["Snapshot:HeapWalk"] = typeof(bool),
        ["Snapshot:KnownTypes:*:Type"] = typeof(string),
        ["Snapshot:KnownTypes:*:Kind"] = typeof(KnownTypeKind),
        ["Snapshot:KnownTypes:*:Lends"] = typeof(string),
        ["Snapshot:KnownTypes:*:InUse"] = typeof(string),
        ["Snapshot:KnownTypes:*:Most"] = typeof(string),
        ["Snapshot:KnownTypes:*:Waiting"] = typeof(string),
        ["Snapshot:KnownTypes:*:Idle"] = typeof(string),
        ["Snapshot:KnownTypes:*:Member"] = typeof(string),
        ["Snapshot:KnownTypes:*:MemberPool"] = typeof(string),
        ["Snapshot:KnownTypes:*:MemberLent"] = typeof(string),
        ["Snapshot:KnownTypes:*:Length"] = typeof(string),
        ["Snapshot:KnownTypes:*:Capacity"] = typeof(string),
        ["Snapshot:KnownTypes:*:Readers"] = typeof(string),
        ["Snapshot:KnownTypes:*:Writers"] = typeof(string),
        ["Watchdog:Enabled"] = typeof(bool),
        ["Watchdog:StarvationLimit"] = typeof(TimeSpan),
        ["Watchdog:MinimumInterval"] = typeof(TimeSpan),
        ["Watchdog:ReportCrash"] = typeof(bool),
        ["Watchdog:ShutdownLimit"] = typeof(TimeSpan),
        ["Watchdog:NearMissLimit"] = typeof(TimeSpan),
        ["Watchdog:Rules:Cpu:Limit"] = typeof(double),
        ["Watchdog:Rules:Cpu:For"] = typeof(TimeSpan),
        ["Watchdog:Rules:Memory:Limit"] = typeof(double),
        ["Watchdog:Rules:Memory:For"] = typeof(TimeSpan),
        ["Watchdog:Rules:Exceptions:Limit"] = typeof(double),
        ["Watchdog:Rules:Exceptions:For"] = typeof(TimeSpan),
        ["Watchdog:Rules:Throttled:Limit"] = typeof(double),
        ["Watchdog:Rules:Throttled:For"] = typeof(TimeSpan),
        ["Watchdog:Rules:Paused:Limit"] = typeof(double),
        ["Watchdog:Rules:Paused:For"] = typeof(TimeSpan),
        ["Watchdog:Rules:Queued:Limit"] = typeof(double),
        ["Watchdog:Rules:Queued:For"] = typeof(TimeSpan),
        ["Watchdog:Rules:RequestAge:Limit"] = typeof(double),
        ["Watchdog:Rules:RequestAge:For"] = typeof(TimeSpan),
        ["Watchdog:Rules:Descriptors:Limit"] = typeof(double),
        ["Watchdog:Rules:Descriptors:For"] = typeof(TimeSpan),
        ["Watchdog:Rules:LookInterval"] = typeof(TimeSpan),
        ["Watchdog:Rules:ReportsPerHour"] = typeof(int),
        ["Watchdog:Rules:DryRun"] = typeof(bool),
        ["Burst:Count"] = typeof(int),
        ["Burst:Interval"] = typeof(TimeSpan),
        ["Findings:Disabled"] = typeof(IList<string>),
        ["Findings:ConvoyThreads"] = typeof(int),
        ["Findings:PendingWorkItems"] = typeof(int),
        ["Findings:BlockedWorkerShare"] = typeof(double),
        ["Findings:HotThreadShare"] = typeof(double),
        ["Findings:StalledTasks"] = typeof(int),
        ["Findings:PauseShare"] = typeof(double),
        ["Findings:FullCollectionsPerSecond"] = typeof(double),
        ["Findings:InducedCollectionsPerSecond"] = typeof(double),
        ["Findings:FragmentedShare"] = typeof(double),
        ["Findings:MemoryLimitShare"] = typeof(double),
        ["Findings:MemoryGrowthBytes"] = typeof(long),
        ["Findings:MemoryGrowthInterval"] = typeof(TimeSpan),
        ["Findings:FinalizationPending"] = typeof(int),
        ["Findings:ExceptionsPerSecond"] = typeof(double),
        ["Findings:DescriptorShare"] = typeof(double),
        ["Findings:CloseWaitConnections"] = typeof(int),
        ["Findings:StartLimit"] = typeof(TimeSpan),
        ["Findings:StopLimit"] = typeof(TimeSpan),
        ["Findings:ThrottledShare"] = typeof(double),
        ["Findings:FreeDiskShare"] = typeof(double),
        ["Findings:EmittedAssemblies"] = typeof(int),
        ["Findings:EqualThreads"] = typeof(int),
        ["Findings:ActiveTimers"] = typeof(int),
        ["Findings:SemaphoreWaiters"] = typeof(int),
        ["Findings:AcceptQueue"] = typeof(int),
        ["Findings:Zombies"] = typeof(int),
    };

    // The keys of lists whose items are groups of settings.
    private static readonly List<string> s_groups = [.. s_all.Keys.Select(static key => key.Split('*')).Where(static parts => parts.Length == 2).Select(static parts => parts[0]).Distinct()];

    /// <summary>Gets all; <c>*</c> stands for any item of a list.</summary>
    public static IReadOnlyDictionary<string, Type> All => s_all;

    /// <summary>Returns what a setting is; null for a key that is none.</summary>
    /// <param name="key">The key below the section.</param>
    public static Type? Find(string key) => s_all.GetValueOrDefault(Plain(key));

    /// <summary>Returns the names of the settings and groups right below a key; empty where it is no group.</summary>
    /// <param name="key">The key below the section; empty for the section itself.</param>
    public static IReadOnlyList<string> Below(string key)
    {
        var prefix = key.Length == 0 ? "" : Plain(key) + ":";
        return [.. s_all.Keys.Where(known => known.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)).Select(known => known[prefix.Length..].Split(':')[0]).Distinct()];
    }

    // What stands behind the name of a list of groups is the number or name of one of them.
    private static string Plain(string key) => s_groups.Find(group => key.StartsWith(group, StringComparison.OrdinalIgnoreCase)) is { } list
        ? list + "*" + (key.IndexOf(':', list.Length) is var end and >= 0 ? key[end..] : "")
        : key;

    /// <summary>Returns whether a setting is a list.</summary>
    public static bool IsList(Type type) => type == typeof(IList<string>);

    /// <summary>Returns whether a list's items are patterns, in which a comma may stand.</summary>
    public static bool IsPatterns(string key) => key.EndsWith("Patterns", StringComparison.OrdinalIgnoreCase);
}
