using System.Diagnostics;
using GuruReports.Hosting.Boundary;
using GuruReports.Hosting.History;
using GuruReports.Inspection.Symbols;
using GuruReports.Inspection.Threads;
using GuruReports.Inspection.Threads.Allocations;

namespace GuruReports.Hosting.Pipeline.Collecting;

/// <summary>Looks at who allocates and why collections happen, while the snapshot is read, and only where the counters say that it is worth it. On one thread at a time.</summary>
/// <param name="watch">Starts a look; what it returns waits for it.</param>
/// <param name="load">Tells what the allocations of the process did lately; null where that is not known.</param>
internal sealed class AllocationSource(Func<ThreadCaptureOptions, AllocationWindow, Func<TimeSpan, AllocationCapture>> watch, Func<CollectorLoad?> load)
{
    // Where the snapshot is read meanwhile nobody waits for it.
    private static readonly AllocationWindow s_window = new(TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(1));

    // For reading the stacks; where collections stop all threads again and again that takes its time.
    private static readonly TimeSpan s_grace = TimeSpan.FromSeconds(1);

    // What the counters tell of the seconds after a report is the report itself, unless it is more than one takes.
    private static readonly TimeSpan s_echo = TimeSpan.FromSeconds(6);

    private long _previous;

    /// <summary>Starts a look where it is worth it; what it returns waits for it, and is null where there is none.</summary>
    /// <param name="options">The settings.</param>
    /// <param name="clock">How much time the report has.</param>
    public Func<AllocationCapture>? Start(GuruMeditationOptions options, BuildClock clock)
    {
        var previous = _previous;
        _previous = Stopwatch.GetTimestamp();
        if (clock.LeftBeforeReserve < s_window.Least + s_grace || load() is not { IsHigh: true } lately)
        {
            return null;
        }

        if (previous != 0 && Stopwatch.GetElapsedTime(previous) < s_echo && !lately.IsMoreThanReports)
        {
            return null;
        }

        // Policy: a look answers with a reason rather than throw; what it throws all the same is one.
        try
        {
            var wait = watch(
                new ThreadCaptureOptions
                {
                    Method = options.Threads.Method,
                    FrameworkAssemblies = AssemblyOwners.Current.Table.Listed,
                    Deadline = s_window.Most + s_grace,
                },
                s_window);
            return () => wait(TimeLimits.Min(s_window.Least + s_grace, clock.LeftBeforeReserve));
        }
        catch (Exception exception)
        {
            return () => new AllocationCapture { UnavailableReason = ErrorText.Of(exception).Short };
        }
    }
}
