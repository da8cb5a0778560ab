using GuruReports.Inspection.Boundary;

namespace GuruReports.Hosting.Triggers;

/// <summary>
/// One thread of its own that wakes once a second, and more often only while the pool has work; it looks whether the pool, the process or the shutdown is stuck and
/// whether the request file was touched, and asks for a report. It records each second too. In the steady state it allocates nothing.
/// </summary>
internal sealed class Watchdog
{
    private const int Looks = 5;

    private static readonly TimeSpan s_interval = TimeSpan.FromSeconds(1);

    // The host's start is nearly over, and whoever asks in the first second has something to compare with.
    private static readonly TimeSpan s_toBegin = TimeSpan.FromMilliseconds(300);

    // A wait of less is none.
    private static readonly TimeSpan s_least = TimeSpan.FromMilliseconds(1);

    private readonly object _gate = new();
    private readonly TimeProvider _clock;
    private readonly StarvationWatch? _starvation;
    private readonly NearMissWatch? _nearMisses;
    private readonly ShutdownWatch _shutdown;
    private readonly RequestFile? _file;
    private readonly Action<string> _request;
    private readonly Func<string?> _record;
    private readonly long _start;
    private TimeSpan _toTick = s_interval;
    private Action? _begin;
    private bool _isStarted;
    private bool _isStopping;

    /// <summary>Initializes a watchdog that does not run yet.</summary>
    /// <param name="options">What to watch. Off means that only the request file and the shutdown are watched.</param>
    /// <param name="file">The request file, or null.</param>
    /// <param name="request">Takes the reason. Called on the watchdog's thread: it must only enqueue.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="heartbeat">The way through the pool.</param>
    /// <param name="nearMisses">Looks more often than each second while the pool has work; null when it is off.</param>
    /// <param name="record">Records this second, and returns the reason for a report or null. Called on the watchdog's thread, at each tick.</param>
    /// <param name="begin">Called once on the watchdog's thread, soon after the start.</param>
    internal Watchdog(WatchdogOptions options, RequestFile? file, Action<string> request, TimeProvider clock, IHeartbeat heartbeat, Func<string?> record, NearMissWatch? nearMisses = null, Action? begin = null)
    {
        _record = record;
        _begin = begin;
        _nearMisses = nearMisses;
        _clock = clock;
        _start = clock.GetTimestamp();
        _file = file;
        _request = request;
        _shutdown = new ShutdownWatch(clock, options.ShutdownLimit);
        _starvation = options.Enabled ? new StarvationWatch(options, heartbeat, GC.GetTotalPauseDuration) : null;
    }

    /// <summary>Starts the thread. Further calls change nothing.</summary>
    internal void Start()
    {
        if (!_isStarted)
        {
            _isStarted = true;
            LibraryThread.TryStartLoop("guru-watchdog", TakeTurn);
        }
    }

    /// <summary>Ends the thread without waiting for it. The watchdog cannot be started again.</summary>
    internal void Stop()
    {
        lock (_gate)
        {
            _isStopping = true;
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>Says that the host has begun to stop.</summary>
    internal void ShutdownBegan() => _shutdown.Begin();

    /// <summary>Says that the host has stopped.</summary>
    internal void ShutdownEnded() => _shutdown.End();

    /// <summary>Looks at everything once.</summary>
    /// <param name="late">How much later than planned this tick came.</param>
    internal void Tick(TimeSpan late)
    {
        for (var what = 0; what < Looks; what++)
        {
            // Policy: the last trigger that is left must live on, whatever becomes of the others; the next tick tries again.
            try
            {
                Request(Look(what, late));
            }
            catch (Exception)
            {
                continue;
            }
        }
    }

    private string? Look(int what, TimeSpan late) => what switch
    {
        0 => _record(),
        1 => _starvation?.Check(_clock.GetElapsedTime(_start), late),
        2 => _shutdown.Check(),
        3 => LookForNearMisses(),
        _ => _file?.Check(),
    };

    private string? LookForNearMisses()
    {
        _nearMisses?.Second(_clock.GetElapsedTime(_start));
        return null;
    }

    private bool TakeTurn()
    {
        var before = _clock.GetTimestamp();
        var wait = _nearMisses?.Wait is { } sooner && sooner < _toTick ? sooner : _toTick;
        wait = _begin is not null && s_toBegin < wait ? s_toBegin : wait;
        if (!WaitFor(wait))
        {
            return false;
        }

        var passed = _clock.GetElapsedTime(before);
        Interlocked.Exchange(ref _begin, null)?.Invoke();
        _toTick -= passed;
        _nearMisses?.Look(_clock.GetElapsedTime(_start), passed - wait);
        if (_toTick < s_least)
        {
            var late = -_toTick;
            _toTick = s_interval;
            Tick(late);
        }

        return true;
    }

    private bool WaitFor(TimeSpan wait)
    {
        lock (_gate)
        {
            if (!_isStopping)
            {
                Monitor.Wait(_gate, wait);
            }

            return !_isStopping;
        }
    }

    private void Request(string? reason)
    {
        if (reason is not null)
        {
            _request(reason);
        }
    }
}
