using System.Globalization;

namespace GuruReports.Hosting.Triggers;

/// <summary>Decides at each tick whether the thread pool, or the whole process, is starved.</summary>
internal sealed class StarvationWatch(WatchdogOptions options, IHeartbeat heartbeat, Func<TimeSpan> gcPause)
{
    private static readonly TimeSpan s_worthSaying = TimeSpan.FromSeconds(0.5);

    private TimeSpan _sentAt;
    private TimeSpan _lastPause = gcPause();
    private TimeSpan _nextPoolReport;
    private TimeSpan _nextStallReport;

    /// <summary>Looks once.</summary>
    /// <returns>The reason for a report, or null. Allocates only where there is a reason.</returns>
    internal string? Check(TimeSpan now, TimeSpan late)
    {
        var pause = gcPause();
        var paused = pause - _lastPause;
        _lastPause = pause;
        if (late >= options.StarvationLimit)
        {
            // While this thread stood still the pool had no chance either: its time begins anew.
            _sentAt = now;
            return IsDue(now, ref _nextStallReport) ? DescribeStall(late, paused) : null;
        }

        if (!heartbeat.IsUnderWay)
        {
            Beat(now);
            return null;
        }

        var starved = now - _sentAt;
        return starved >= options.StarvationLimit && IsDue(now, ref _nextPoolReport) ? DescribePool(starved, late) : null;
    }

    private void Beat(TimeSpan now)
    {
        if (heartbeat.IsWorkWaiting)
        {
            _sentAt = now;
            heartbeat.Send();
        }
    }

    private bool IsDue(TimeSpan now, ref TimeSpan next)
    {
        if (now < next)
        {
            return false;
        }

        next = now + options.MinimumInterval;
        return true;
    }

    private static string DescribePool(TimeSpan starved, TimeSpan late)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"thread pool starved for {starved.TotalSeconds:F1} s");
        return late < s_worthSaying
            ? text
            : text + string.Create(CultureInfo.InvariantCulture, $"; the machine is short of CPU too: own tick {late.TotalSeconds:F1} s late");
    }

    private static string DescribeStall(TimeSpan late, TimeSpan paused) =>
        paused > late / 2
            ? string.Create(CultureInfo.InvariantCulture, $"process stood still for {late.TotalSeconds:F1} s: garbage collection took {paused.TotalSeconds:F1} s")
            : string.Create(CultureInfo.InvariantCulture, $"process stood still for {late.TotalSeconds:F1} s: the machine is starved of CPU, or the process was stopped");
}
