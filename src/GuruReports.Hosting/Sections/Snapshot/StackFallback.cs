using GuruReports.Inspection.Threads;
using GuruReports.Reporting.Model;
using GuruReports.Reporting.Model.Stacks;

namespace GuruReports.Hosting.Sections.Snapshot;

/// <summary>What captured stacks tell where there is no snapshot.</summary>
internal static class StackFallback
{
    /// <summary>Threads that block on a task, or that are inside an async method.</summary>
    public static IReadOnlyList<StackGroup> Async(ReportContext context) =>
        Groups(context, static group => group.State is ThreadActivity.WaitingForTask || group.Frames.Any(static frame => frame.Kind is FrameKind.Async));

    /// <summary>Threads that wait for a lock of any kind.</summary>
    public static IReadOnlyList<StackGroup> Locks(ReportContext context) => Groups(context, static group =>
        group.State is ThreadActivity.WaitingForMonitor or ThreadActivity.WaitingForLock or ThreadActivity.WaitingForSemaphore);

    /// <summary>Workers of the thread pool.</summary>
    public static IReadOnlyList<StackGroup> Pool(ReportContext context) =>
        Groups(context, static group => group.Threads.All(static thread => thread.IsThreadPool));

    private static List<StackGroup> Groups(ReportContext context, Func<ThreadGroup, bool> isWanted) =>
        context.ThreadCaptures.Count == 0 ? [] : [.. ThreadGrouping.Group(context.ThreadCaptures[^1]).Where(isWanted).Select(Show)];

    private static StackGroup Show(ThreadGroup group) => new()
    {
        Count = group.Threads.Count,
        Noun = "thread",
        State = group.StateDetail ?? group.State.ToString(),
        Frames = Threads.ThreadGroupView.Show(group.Frames),
        FramesTruncated = group.Threads[0].FramesTruncated,
        Members = [.. group.Threads.Select(static thread => new StackMember(SnapshotWords.Thread(thread.ManagedThreadId, thread.IsThreadPool ? null : thread.Name, thread.OSThreadId), []))],
        Idle = group.Kind is ThreadGroupKind.Idle,
    };
}
