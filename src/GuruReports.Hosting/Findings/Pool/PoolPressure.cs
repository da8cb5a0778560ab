using GuruReports.Hosting.Facts.Runtime;
using GuruReports.Hosting.Findings.Graph;
using GuruReports.Inspection.Threads;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Findings.Pool;

/// <summary>What the rules about the thread pool have in common: how many wait, how many workers are blocked, and on what.</summary>
internal sealed class PoolPressure
{
    /// <summary>How much of the workers has to stand until the pool does.</summary>
    public const double StandsFrom = 0.7;

    public PoolPressure(StackIndex index, ThreadPoolFacts facts)
    {
        Facts = facts;
        Pending = Math.Max(facts.PendingWorkItems, Queued(index));
        Working = [.. index.PoolWorkers.Where(worker => worker.State is not ThreadActivity.Idle && worker.Frames.Count > 0)];
        Blocked = [.. Working.Where(Blocking.IsBlocked)];
        HasIdle = index.PoolWorkers.Count > Working.Count;
        OnTasks = [.. Blocked.Where(Blocking.WaitsForAsync)];
        OnLocks = [.. Blocked.Where(Blocking.WaitsForLock)];
    }

    public ThreadPoolFacts Facts { get; }

    /// <summary>Gets the work items that wait for a worker.</summary>
    public long Pending { get; }

    /// <summary>Gets the workers that are inside a work item.</summary>
    public IReadOnlyList<CapturedThread> Working { get; }

    /// <summary>Gets whether some worker waits for work: then no work waits for a worker.</summary>
    public bool HasIdle { get; }

    /// <summary>Gets the workers that are blocked, in whosever code.</summary>
    public IReadOnlyList<CapturedThread> Blocked { get; }

    /// <summary>Gets the blocked workers that wait for a task.</summary>
    public IReadOnlyList<CapturedThread> OnTasks { get; }

    /// <summary>Gets the blocked workers that wait for a lock.</summary>
    public IReadOnlyList<CapturedThread> OnLocks { get; }

    /// <summary>Gets how much of the working pool is blocked, 0 to 1.</summary>
    public double BlockedShare => Working.Count == 0 ? 0 : (double)Blocked.Count / Working.Count;

    /// <summary>Returns the pressure; null where the pool or the stacks are not known.</summary>
    public static PoolPressure? Of(Report report) => WaitGraph.Of(report).Pressure;

    /// <summary>Says the pool's numbers in one line.</summary>
    public string Describe() =>
        $"thread pool: {Measures.Count(Facts.Workers, "worker")} (minimum {Facts.MinWorkers}), {Blocked.Count} blocked, {Measures.Count(Pending, "item")} waiting to run";

    /// <summary>Returns whether work waits and the workers cannot take it because they are blocked.</summary>
    public bool IsStarved(FindingOptions options) =>
        Blocked.Count >= 2 && BlockedShare >= options.BlockedWorkerShare && (Pending >= options.PendingWorkItems || StandsStill);

    // With few callers little work waits: that every worker the pool may have at once is blocked, and has not run at all
    // lately, tells as much. The pool's own look at the queue is one item.
    private bool StandsStill =>
        Pending >= 2 && !HasIdle && BlockedShare >= 1 && Blocked.Count >= Facts.MinWorkers && Blocked.All(worker => worker.CpuShare is null or < 0.05);

    private static long Queued(StackIndex index) =>
        index.Snapshot?.ThreadPool is { } pool ? (long)pool.GlobalCount + pool.LocalCount + pool.HighPriorityCount : 0;
}
