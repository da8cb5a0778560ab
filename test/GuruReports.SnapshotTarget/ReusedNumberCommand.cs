using System.Runtime.CompilerServices;
using GuruReports.Inspection;
using GuruReports.Inspection.Snapshot;

namespace GuruReports.SnapshotTarget;

/// <summary>
/// Two monitors with a waiter each: one that a thread never left before it ended, whose number another thread has now; and
/// one that a thread with a number given again really holds.
/// </summary>
internal static class ReusedNumberCommand
{
    private const int MostThreads = 2000;

    private static readonly ManualResetEventSlim s_never = new();

    public static int Run()
    {
        var (abandoned, held) = (new Abandoned(), new Held());
        var first = Ended(() => Monitor.Enter(abandoned));
        var second = Ended(static () => { });
        Start(s_never.Wait);
        GiveAgain(first, second, () => Hold(held));
        Start(() => Hold(abandoned));
        Start(() => Hold(held));

        var locks = ProcessInspector.TakeSnapshot(new SnapshotCaptureOptions { Timeout = TimeSpan.FromSeconds(45) }).Result?.Locks ?? [];
        Report.Line("first", first);
        Report.Line("second", second);
        foreach (var found in locks.Where(static found => found.TypeName.Contains(nameof(ReusedNumberCommand), StringComparison.Ordinal)))
        {
            Report.Line(found.TypeName.Split('+')[^1], $"{found.Owner?.ManagedId} {found.Waiters.Count} {(found.HolderEnded ? "ended" : "lives")} {found.OwnerUnknown}");
        }

        return 0;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Ended(Action body)
    {
        var thread = new Thread(() => body());
        thread.Start();
        thread.Join();
        return thread.ManagedThreadId;
    }

    private static void GiveAgain(int first, int second, Action ofSecond)
    {
        var wanted = new HashSet<int> { first, second };
        for (var count = 0; count < MostThreads && wanted.Count > 0; count++)
        {
            // A number becomes free when the collector has taken the thread that had it.
            GC.Collect();
            GC.WaitForPendingFinalizers();
            wanted.Remove(Start(() => (Environment.CurrentManagedThreadId == second ? ofSecond : s_never.Wait)()));
        }

        if (wanted.Count > 0)
        {
            throw new InvalidOperationException("the runtime did not give the numbers again");
        }
    }

    private static int Start(Action body)
    {
        var thread = new Thread(() => body()) { IsBackground = true };
        thread.Start();
        SpinWait.SpinUntil(() => thread.ThreadState.HasFlag(ThreadState.WaitSleepJoin));
        return thread.ManagedThreadId;
    }

    private static void Hold(object monitor)
    {
        lock (monitor)
        {
            s_never.Wait();
        }
    }

    private sealed class Abandoned;

    private sealed class Held;
}
