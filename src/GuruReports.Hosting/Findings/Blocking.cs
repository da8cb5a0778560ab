using GuruReports.Inspection.Threads;
using GuruReports.Inspection.Vocabulary;

namespace GuruReports.Hosting.Findings;

/// <summary>Says what a thread's state means to rules.</summary>
internal static class Blocking
{
    private const double SomeShare = 0.2;

    // What each of some threads that spin gets of a CPU beside a handful of others, and what all of many get.
    private const double LeastShare = 0.1;
    private const double MuchShare = 0.5;

    public static bool IsBlocked(CapturedThread thread) =>
        thread.State is not (ThreadActivity.Unknown or ThreadActivity.Running or ThreadActivity.Idle);

    public static bool WaitsForLock(CapturedThread thread) =>
        thread.State is ThreadActivity.WaitingForMonitor or ThreadActivity.WaitingForLock;

    /// <summary>Returns whether the thread answers a request of the web server.</summary>
    public static bool IsInRequest(CapturedThread thread) =>
        thread.Frames.Any(frame => frame.Type?.StartsWith(FrameworkNames.WebServer, StringComparison.Ordinal) == true);

    /// <summary>Returns whether a thread of the service's own waits for the next piece of work in an empty queue: how a consumer is idle.</summary>
    public static bool WaitsForQueue(CapturedThread thread) =>
        !thread.IsThreadPool && !IsInRequest(thread)
        && thread.Frames.Any(frame => frame.Type?.StartsWith(FrameworkNames.BlockingQueue, StringComparison.Ordinal) == true);

    // A parallel loop waits for its own workers, which run on the same stack: that is no wait for async code.
    public static bool WaitsForAsync(CapturedThread thread) =>
        thread.State is ThreadActivity.WaitingForTask
        && !(thread.Frames.Any(static frame => frame.Type?.StartsWith(FrameworkNames.ParallelLoop, StringComparison.Ordinal) == true)
            && BlockingCalls.Find(thread.Frames) is { Detail: "waiting for a parallel loop" });

    // Who polls, or waits for the collector inside an allocation, is seen in a call that waits, as one who stands there for
    // good would be: the CPU time tells them apart.
    public static bool UsesCpu(CapturedThread thread) => thread.CpuShare >= SomeShare;

    /// <summary>Returns which part of a CPU the thread wanted, had it or not; null where that was not measured.</summary>
    public static double? Demand(CapturedThread thread) => thread.CpuDemand ?? thread.CpuShare;

    /// <summary>
    /// Returns whether threads that want a CPU had so much of one that wanting it says something: on a busy machine whoever has been woken
    /// and waits for its turn wants a whole one, too, and would use little.
    /// </summary>
    public static bool HadCpu(IReadOnlyCollection<CapturedThread> threads) =>
        threads.Sum(static thread => thread.CpuShare ?? (thread.Age is { Ticks: > 0 } age ? thread.CpuTime / age : null) ?? 0) >= Math.Min(MuchShare, LeastShare * threads.Count);

    /// <summary>Says in words what the thread does.</summary>
    public static string Describe(CapturedThread thread) =>
        (IsBlocked(thread) ? BlockingCalls.Find(thread.Frames)?.Detail : null)
        ?? thread.StateDetail
        ?? (thread.State is ThreadActivity.Running ? "running" : "waiting");
}
