using GuruReports.Inspection.Boundary;

namespace GuruReports.Hosting.Triggers;

/// <summary>
/// One thread of its own that wakes once a second, looks whether the pool, the process or the shutdown is stuck and
/// whether the request file was touched, and asks for a report. It records each second too. In the steady state it allocates nothing.
/// </summary>
internal sealed class Watchdog
{
    private const int Looks = 4;

    private static readonly TimeSpan s_interval = TimeSpan.FromSeconds(1);

    private readonly object _gate = new();
    private readonly TimeProvider _clock;
    private readonly StarvationWatch? _starvation;
    private readonly ShutdownWatch _shutdown;
    private readonly RequestFile? _file;
    private readonly Action<string> _request;
    private readonly Func<string?> _record;
    private readonly long _start;
    private bool _isStarted;
    private bool _isStopping;

    /// <summary>Initializes a watchdog that does not run yet.</summary>
    /// <param name="options">What to watch. Off means that only the request file and the shutdown are watched.</param>
    /// <param name="file">The request file, or null.</param>
    /// <param name="request">Takes the reason. Called on the watchdog's thread: it must only enqueue.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="heartbeat">The way through the pool.</param>
    /// <param name="record">Records this second, and returns the reason for a report or null. Called on the watchdog's thread, at each tick.</param>
    internal Watchdog(WatchdogOptions options, RequestFile? file, Action<string> request, TimeProvider clock, IHeartbeat heartbeat, Func<string?> record)
    {
        _record = record;
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
        _ => _file?.Check(),
    };

    private bool TakeTurn()
    {
        var before = _clock.GetTimestamp();
        if (!WaitForTick())
        {
            return false;
        }

        Tick(_clock.GetElapsedTime(before) - s_interval);
        return true;
    }

    private bool WaitForTick()
    {
        lock (_gate)
        {
            if (!_isStopping)
            {
                Monitor.Wait(_gate, s_interval);
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
