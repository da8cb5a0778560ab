namespace GuruReports.SnapshotTarget;

/// <summary>Asynchronous methods that wait, each for something of its own, and a lock that somebody waits for.</summary>
internal static class PendingTasks
{
    private static readonly List<(TaskCompletionSource Source, Task Task)> s_pending = [];
    private static readonly object s_lock = new();

    public static void Make(int count)
    {
        for (var number = 0; number < count; number++)
        {
            var source = new TaskCompletionSource();
            s_pending.Add((source, OuterAsync(source.Task)));
        }

        using var isHeld = new ManualResetEventSlim();
        new Thread(() => Hold(isHeld)) { IsBackground = true, Name = "holder" }.Start();
        isHeld.Wait();
        var waiter = new Thread(Want) { IsBackground = true, Name = "waiter" };
        waiter.Start();
        SpinWait.SpinUntil(() => waiter.ThreadState.HasFlag(ThreadState.WaitSleepJoin));
    }

    private static async Task OuterAsync(Task task) => await InnerAsync(task);

    private static async Task InnerAsync(Task task) => await task;

    private static void Hold(ManualResetEventSlim isHeld)
    {
        lock (s_lock)
        {
            isHeld.Set();
            Thread.Sleep(Timeout.Infinite);
        }
    }

    private static void Want()
    {
        lock (s_lock)
        {
            Thread.Sleep(Timeout.Infinite);
        }
    }
}
