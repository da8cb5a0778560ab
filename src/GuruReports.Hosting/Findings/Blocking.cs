using GuruReports.Inspection.Threads;

namespace GuruReports.Hosting.Findings;

/// <summary>Says what a thread's state means to rules.</summary>
internal static class Blocking
{
    public static bool IsBlocked(CapturedThread thread) =>
        thread.State is not (ThreadActivity.Unknown or ThreadActivity.Running or ThreadActivity.Idle);

    public static bool WaitsForLock(CapturedThread thread) =>
        thread.State is ThreadActivity.WaitingForMonitor or ThreadActivity.WaitingForLock;

    // A parallel loop waits for its own workers, which run on the same stack: that is no wait for async code.
    public static bool WaitsForAsync(CapturedThread thread) =>
        thread.State is ThreadActivity.WaitingForTask && BlockingCalls.Find(thread.Frames) is not { Detail: "waiting for a parallel loop" };

    /// <summary>Says in words what the thread does.</summary>
    public static string Describe(CapturedThread thread) =>
        (IsBlocked(thread) ? BlockingCalls.Find(thread.Frames)?.Detail : null)
        ?? thread.StateDetail
        ?? (thread.State is ThreadActivity.Running ? "running" : "waiting");
}
