using System.Diagnostics;
using GuruReports.Inspection.Boundary;

namespace GuruReports.Hosting.Boundary;

/// <summary>
/// A flag that threads can wait for, whoever interrupts them. It owns no handle, so nobody has to dispose it while others
/// may still wait.
/// </summary>
internal sealed class Gate
{
    private readonly object _lock = new();
    private Gate? _follower;
    private bool _isOpen;

    public bool IsOpen => Volatile.Read(ref _isOpen);

    public void Open() => Set(true);

    public void Close() => Set(false);

    /// <summary>Lets another gate open with this one, so that one thread can wait for either; null for none any more.</summary>
    public void Lead(Gate? follower)
    {
        LibraryThread.Uninterrupted(() =>
        {
            lock (_lock)
            {
                _follower = follower;
            }
        });
        if (IsOpen)
        {
            follower?.Open();
        }
    }

    /// <summary>Waits until the gate is open.</summary>
    /// <returns>Whether it is; false when the time passed before.</returns>
    public bool Wait(TimeSpan limit)
    {
        var started = Stopwatch.GetTimestamp();
        LibraryThread.Uninterrupted(() => WaitOnce(limit, started));
        return IsOpen;
    }

    private void WaitOnce(TimeSpan limit, long started)
    {
        lock (_lock)
        {
            while (!_isOpen && limit - Stopwatch.GetElapsedTime(started) is { Ticks: > 0 } left)
            {
                Monitor.Wait(_lock, left);
            }
        }
    }

    private void Set(bool open)
    {
        Gate? follower = null;
        LibraryThread.Uninterrupted(() =>
        {
            lock (_lock)
            {
                _isOpen = open;
                follower = _follower;
                Monitor.PulseAll(_lock);
            }
        });
        if (open)
        {
            follower?.Open();
        }
    }
}
