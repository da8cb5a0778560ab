using System.Diagnostics;

namespace GuruReports.Hosting.Pipeline;

/// <summary>A flag that threads can wait for. It owns no handle, so nobody has to dispose it while others may still wait.</summary>
internal sealed class Gate
{
    private readonly object _lock = new();
    private bool _isOpen;

    public bool IsOpen => Volatile.Read(ref _isOpen);

    public void Open() => Set(true);

    public void Close() => Set(false);

    /// <summary>Waits until the gate is open.</summary>
    /// <returns>Whether it is; false when the time passed before.</returns>
    public bool Wait(TimeSpan limit)
    {
        var started = Stopwatch.GetTimestamp();
        lock (_lock)
        {
            while (!_isOpen)
            {
                var left = limit - Stopwatch.GetElapsedTime(started);
                if (left <= TimeSpan.Zero)
                {
                    return false;
                }

                Monitor.Wait(_lock, left);
            }

            return true;
        }
    }

    private void Set(bool open)
    {
        lock (_lock)
        {
            _isOpen = open;
            Monitor.PulseAll(_lock);
        }
    }
}
