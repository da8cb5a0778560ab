using GuruReports.Hosting.History.NearMisses;

namespace GuruReports.Hosting.Triggers;

/// <summary>
/// Notices when something waits in the pool, or for a lock, for longer than it should, while that lasts. It looks often only while the pool has
/// work; in a service at rest it costs nothing. On the watchdog's thread only; allocates only where there is a near miss.
/// </summary>
/// <param name="limit">How long something may wait.</param>
/// <param name="heartbeat">A way through the pool of its own.</param>
/// <param name="inputs">What else it looks at.</param>
/// <param name="store">Keeps near misses.</param>
/// <param name="capture">Captures who stands where.</param>
/// <param name="locks">Watches the waits for locks.</param>
internal sealed class NearMissWatch(TimeSpan limit, IHeartbeat heartbeat, NearMissInputs inputs, NearMissStore store, NearMissCapture capture, LockWaitWatch locks)
{
    // Fewer items a second are no load: nobody stands in a queue.
    private const int LeastItems = 10;
    private const double MostPaused = 0.5;

    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(50);

    // A watch that is late itself has seen a busy machine, not a busy pool.
    private static readonly TimeSpan s_ownLateness = TimeSpan.FromMilliseconds(50);

    // A service that has just started compiles, connects and fills its caches.
    private static readonly TimeSpan s_settling = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan s_pace = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan s_slowPace = TimeSpan.FromMinutes(10);

    private NearMiss? _current;
    private TimeSpan _sentAt;
    private TimeSpan _nextCapture;
    private long _lastCompleted;
    private bool _isActive;
    private bool _isNoticed;

    /// <summary>Gets after what time to look again; null for not before the next second.</summary>
    public TimeSpan? Wait => _isActive ? s_look : null;

    /// <summary>Looks at the second that has passed: whether it was one of work, and how much of it collections took.</summary>
    /// <param name="now">The time since the watch began.</param>
    public void Second(TimeSpan now)
    {
        var count = inputs.Completed();
        _isActive = count - _lastCompleted >= LeastItems || heartbeat.IsWorkWaiting || heartbeat.IsUnderWay;
        _lastCompleted = count;
        var paused = inputs.Paused();
        if (paused >= MostPaused && now >= s_settling && !inputs.IsDisturbed() && Notice(now, NearMissKind.Collections) is { } miss)
        {
            miss.Lasted = TimeSpan.FromSeconds(paused);
        }
    }

    /// <summary>Looks whether something waits in the pool, and whether a thread has begun to wait for a lock.</summary>
    /// <param name="now">The time since the watch began.</param>
    /// <param name="late">How much later than planned this look comes.</param>
    public void Look(TimeSpan now, TimeSpan late)
    {
        var isQuiet = late < s_ownLateness && !inputs.IsDisturbed();
        locks.Look(now, isQuiet && now >= s_settling);
        if (!heartbeat.IsUnderWay)
        {
            End();
            Send(now);
            return;
        }

        if (!isQuiet)
        {
            // While this thread stood still the pool had no chance either: its time begins anew.
            _sentAt = now;
            return;
        }

        var waited = now - _sentAt;
        if (_current is { } current)
        {
            current.Lasted = TimeSpan.FromTicks(Math.Max(current.Lasted.Ticks, waited.Ticks));
        }
        else if (waited >= limit && !_isNoticed && now >= s_settling)
        {
            _isNoticed = true;
            _current = Notice(now, NearMissKind.Pool);
            _current?.Lasted = waited;
        }
    }

    private void Send(TimeSpan now)
    {
        if (_isActive && heartbeat.IsWorkWaiting)
        {
            (_sentAt, _isNoticed) = (now, false);
            heartbeat.Send();
        }
    }

    private void End() => _current = null;

    private NearMiss? Notice(TimeSpan now, NearMissKind kind)
    {
        if (now < _nextCapture)
        {
            store.Count();
            return null;
        }

        _nextCapture = now + (capture.IsCostly ? s_slowPace : s_pace);
        var miss = new NearMiss(kind, DateTimeOffset.UtcNow);
        store.Add(miss);
        capture.Start(miss);
        return miss;
    }
}
