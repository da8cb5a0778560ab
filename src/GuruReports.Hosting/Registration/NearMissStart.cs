using GuruReports.Hosting.History;
using GuruReports.Hosting.History.NearMisses;
using GuruReports.Hosting.Pipeline;
using GuruReports.Hosting.Triggers;
using GuruReports.Inspection;
using GuruReports.Inspection.Threads;
using GuruReports.Inspection.Threads.Linux;

namespace GuruReports.Hosting.Registration;

/// <summary>Makes the watch for near misses of the process.</summary>
internal static class NearMissStart
{
    // What takes longer comes too late to show who stood in the way.
    private static readonly TimeSpan s_deadline = TimeSpan.FromSeconds(1);

    /// <summary>Makes it; null where it is turned off.</summary>
    /// <param name="options">The settings.</param>
    /// <param name="center">Knows whether a report is being made.</param>
    /// <param name="heartbeat">The watch's own way through the pool.</param>
    /// <param name="beats">Returns how many items the pool completed that only asked it.</param>
    public static NearMissWatch? Make(GuruMeditationOptions options, ReportCenter center, PoolHeartbeat heartbeat, Func<long> beats)
    {
        if (!options.Watchdog.Enabled || options.Watchdog.NearMissLimit <= TimeSpan.Zero)
        {
            return null;
        }

        var settings = new ThreadCaptureOptions { Method = options.Threads.Method, FrameworkAssemblies = [.. options.Threads.FrameworkAssemblies], Deadline = s_deadline };
        var inputs = new NearMissInputs(() => ThreadPool.CompletedWorkItemCount - beats(), () => ProcessHistory.Last(Measure.Paused), () => center.IsReporting);
        var capture = new NearMissCapture(() => ProcessInspector.CaptureThreads(settings));
        var waits = new LockWaitSearch(capture, NearMissStore.Shared, ThreadClock.CpuNanoseconds, Thread.Sleep);
        var locks = new LockWaitWatch(static () => Monitor.LockContentionCount, waits, () => capture.IsCostly);
        return new NearMissWatch(options.Watchdog.NearMissLimit, heartbeat, inputs, NearMissStore.Shared, capture, locks);
    }
}
