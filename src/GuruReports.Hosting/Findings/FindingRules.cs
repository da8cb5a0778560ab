using GuruReports.Hosting.Findings.Locks;
using GuruReports.Hosting.Findings.Memory;
using GuruReports.Hosting.Findings.Pool;
using GuruReports.Hosting.Findings.Resources;
using GuruReports.Hosting.Findings.Service;

namespace GuruReports.Hosting.Findings;

/// <summary>The built-in rules.</summary>
internal static class FindingRules
{
    /// <summary>Makes all built-in rules.</summary>
    public static IReadOnlyList<IFindingRule> BuiltIn(FindingOptions options) =>
    [
        new CrashRule(),
        new DeadlockRule(),
        new SuspectedDeadlockRule(options),
        new TypeInitializerRule(),
        new AbandonedLockRule(),
        new ConvoyRule(options),
        new NamedMutexRule(options),
        new SemaphoreRule(options),
        new ExhaustedRule(),
        new OpenTransactionRule(),
        new StarvationRule(options),
        new SyncOverAsyncRule(options),
        new BlockedWorkersRule(options),
        new InlineContinuationRule(),
        new OverloadRule(options),
        new NearMissRule(),
        new HotThreadRule(options),
        new ComputingRule(),
        new PoolChurnRule(),
        new CompilingRule(),
        new StalledAsyncRule(options),
        new InFlightRule(),
        new LongWaitRule(),
        new UnreadQueueRule(),
        new TimersRule(options),
        new ThreadsRule(options),
        new GcPauseRule(options),
        new InducedGcRule(options),
        new FragmentationRule(options),
        new MemoryLimitRule(options),
        new MemoryGrowthRule(options),
        new FinalizerRule(options),
        new DescriptorRule(options),
        new CloseWaitRule(options),
        new PortRule(options),
        new AcceptQueueRule(options),
        new ThrottledRule(options),
        new MachineBusyRule(),
        new DiskRule(options),
        new ZombieRule(options),
        new ChildProcessRule(),
        new EarlyStartRule(options),
        new StuckStartRule(options),
        new StuckStopRule(options),
        new ServiceEndedRule(),
        new ExceptionRule(options),
        new FailureRule(options),
        new CachedFailureRule(),
        new FaultedTaskRule(),
        new PreviousRunRule(),
        new AssemblyRule(options),
        new PackageRule(),
        new InvalidOptionsRule(),
        new OverriddenKeyRule(),
        new EnvironmentNameRule(),
    ];
}
