namespace GuruReports.Hosting.Registration;

/// <summary>Checks the thresholds of the findings.</summary>
internal static class FindingRanges
{
    private static readonly TimeSpan s_longest = TimeSpan.FromDays(365);

    public static void Check(SettingRules rules, FindingOptions options)
    {
        Share(nameof(options.BlockedWorkerShare), options.BlockedWorkerShare);
        Share(nameof(options.HotThreadShare), options.HotThreadShare);
        Share(nameof(options.PauseShare), options.PauseShare);
        Share(nameof(options.FragmentedShare), options.FragmentedShare);
        Share(nameof(options.MemoryLimitShare), options.MemoryLimitShare);
        Share(nameof(options.DescriptorShare), options.DescriptorShare);
        Share(nameof(options.ThrottledShare), options.ThrottledShare);
        Share(nameof(options.FreeDiskShare), options.FreeDiskShare);
        Count(nameof(options.ConvoyThreads), options.ConvoyThreads);
        Count(nameof(options.PendingWorkItems), options.PendingWorkItems);
        Count(nameof(options.StalledTasks), options.StalledTasks);
        Count(nameof(options.FinalizationPending), options.FinalizationPending);
        Count(nameof(options.CloseWaitConnections), options.CloseWaitConnections);
        Count(nameof(options.EmittedAssemblies), options.EmittedAssemblies);
        Count(nameof(options.EqualThreads), options.EqualThreads);
        Count(nameof(options.ActiveTimers), options.ActiveTimers);
        Count(nameof(options.SemaphoreWaiters), options.SemaphoreWaiters);
        Count(nameof(options.AcceptQueue), options.AcceptQueue);
        Count(nameof(options.Zombies), options.Zombies);
        rules.Between("Findings:MemoryGrowthBytes", options.MemoryGrowthBytes, 0, long.MaxValue);
        rules.Between("Findings:FullCollectionsPerSecond", options.FullCollectionsPerSecond, 0, double.MaxValue);
        rules.Between("Findings:InducedCollectionsPerSecond", options.InducedCollectionsPerSecond, 0, double.MaxValue);
        rules.Between("Findings:ExceptionsPerSecond", options.ExceptionsPerSecond, 0, double.MaxValue);
        Time(nameof(options.MemoryGrowthInterval), options.MemoryGrowthInterval);
        Time(nameof(options.StartLimit), options.StartLimit);
        Time(nameof(options.StopLimit), options.StopLimit);

        void Share(string key, double value) => rules.Between("Findings:" + key, value, 0, 1);

        void Count(string key, int value) => rules.Between("Findings:" + key, value, 0, int.MaxValue);

        void Time(string key, TimeSpan value) => rules.Between("Findings:" + key, value, TimeSpan.Zero, s_longest);
    }
}
