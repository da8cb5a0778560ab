using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using GuruReports.Inspection;
using GuruReports.Inspection.Threads;
using GuruReports.Inspection.Threads.Allocations;

namespace GuruReports.ThreadZoo;

/// <summary>Captures again and again while load contexts unload, dynamic methods come and go and threads start and end.</summary>
internal static class Churn
{
    private static readonly AllocationWindow s_window = new(TimeSpan.FromMilliseconds(5), TimeSpan.FromMilliseconds(20));
    private static volatile bool s_stop;
    private static long s_made;

    /// <param name="captures">How many captures to take.</param>
    /// <param name="quiet">Whether nothing comes and goes, to see what captures alone cost.</param>
    /// <param name="control">Whether to take no captures but sleep as long, to see what the churn alone costs.</param>
    /// <param name="allocations">Whether to look at allocations too, while code that allocates comes and goes.</param>
    public static int Run(int captures, bool quiet, bool control, bool allocations)
    {
        Thread[] workers = quiet ? [] :
        [
            Start("churn contexts", () => Enter(Cages.MakeCollectible("Churn"))),
            Start("churn methods", () => Enter(Cages.MakeDynamicMethod("Churned"))),
            Start("churn threads", RunThreads),
            Start("churn collect", () => { GC.Collect(); GC.WaitForPendingFinalizers(); Thread.Sleep(1); }),
        ];

        if (allocations)
        {
            workers = [.. workers, Start("churn allocators", () => Cages.MakeAllocator("Churn")())];
        }

        var missing = 0;
        var seen = 0;
        var options = new ThreadCaptureOptions { Method = ThreadCaptureMethod.InProcess };
        var warm = captures / 4;
        var resident = 0L;
        var handles = 0;
        for (var index = 0; index < captures; index++)
        {
            if (index == warm)
            {
                (resident, handles) = Measure();
            }

            if (control)
            {
                Thread.Sleep(8);
                continue;
            }

            var capture = ProcessInspector.CaptureThreads(options);
            if (allocations)
            {
                var look = ProcessInspector.WatchAllocations(options, s_window).Wait(options.Deadline);
                seen += look.Samples;
                missing += look.UnavailableReason is null ? 0 : 1;
            }

            if (capture.Method != ThreadCaptureMethod.InProcess)
            {
                Console.WriteLine(capture.UnavailableReason);
                missing++;
            }
        }

        s_stop = true;
        foreach (var worker in workers)
        {
            worker.Join();
        }

        var (residentNow, handlesNow) = Measure();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{captures} captures, {missing} missing, {seen} samples, {s_made} rounds of churn, RSS {(residentNow - resident) / 1024:+#;-#;0} KiB of {resident / 1024}, descriptors {handlesNow - handles:+#;-#;0}"));
        return missing == 0 ? 0 : 1;
    }

    // The code never returns by itself, so it is interrupted: its frames must have been on a stack to be worth a danger.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Enter(Action sleep)
    {
        var thread = new Thread(() =>
        {
            try
            {
                sleep();
            }
            catch (ThreadInterruptedException)
            {
                // The end of this round.
            }
        })
        { IsBackground = true };
        thread.Start();
        Thread.Sleep(1);
        thread.Interrupt();
        thread.Join();
    }

    private static void RunThreads()
    {
        var threads = new Thread[8];
        for (var index = 0; index < threads.Length; index++)
        {
            threads[index] = new Thread(() => Thread.Sleep(0)) { IsBackground = true, Name = "brief" };
            threads[index].Start();
        }

        Array.ForEach(threads, thread => thread.Join());
    }

    private static Thread Start(string name, Action round)
    {
        var thread = new Thread(() =>
        {
            while (!s_stop)
            {
                round();
                Interlocked.Increment(ref s_made);
            }
        })
        { IsBackground = true, Name = name };
        thread.Start();
        return thread;
    }

    private static (long Resident, int Handles) Measure()
    {
        for (var round = 0; round < 3; round++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        using var self = Process.GetCurrentProcess();
        return (self.WorkingSet64, Directory.GetFileSystemEntries("/proc/self/fd").Length);
    }
}
