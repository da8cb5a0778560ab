using System.Diagnostics;
using GuruReports.Inspection.Threads.Linux;

namespace GuruReports.Inspection.Capturing;

/// <summary>Measures CPU shares: over the capture's own time, or since the last capture if that was not long ago.</summary>
internal sealed class CpuHistory
{
    private static readonly TimeSpan OldestUseful = TimeSpan.FromSeconds(30);
    // A file each, where the clock is one system call.
    private const int MostAsked = 300;
    private static readonly TimeSpan ShortestUseful = TimeSpan.FromMilliseconds(50);

    private Dictionary<int, CpuSample> _before = [];
    private Dictionary<int, CpuSample> _now = [];
    private long _beforeAt;
    private long _nowAt;

    /// <summary>Gets whether no clock has been read yet.</summary>
    public bool IsEmpty => _nowAt == 0;

    /// <summary>Gets the time over which shares are measured, once the capture has ended.</summary>
    public TimeSpan Window => Stopwatch.GetElapsedTime(_beforeAt, _nowAt);

    /// <summary>Gets the time since the window's start.</summary>
    public TimeSpan Elapsed => Stopwatch.GetElapsedTime(_beforeAt);

    /// <summary>Reads all threads' clocks before the capture, unless the last capture serves as the start.</summary>
    /// <param name="threads">The threads.</param>
    /// <param name="waited">Tells how long a thread was ready and did not run; asked where there are not too many threads.</param>
    public void Begin(List<int> threads, Func<int, TimeSpan?> waited)
    {
        var last = Stopwatch.GetElapsedTime(_nowAt);
        (_before, _now) = (_now, _before);
        var history = _before;
        if (_nowAt != 0 && last >= ShortestUseful && last <= OldestUseful)
        {
            _beforeAt = _nowAt;
            return;
        }

        _beforeAt = Stopwatch.GetTimestamp();
        foreach (var id in threads)
        {
            if (ThreadClock.CpuNanoseconds(id) is var used and >= 0)
            {
                history[id] = Continue(history, id, used, _beforeAt, WaitedBy(threads, id, waited));
            }
        }
    }

    /// <summary>Reads all threads' clocks after the capture.</summary>
    /// <param name="threads">The threads.</param>
    /// <param name="waited">Tells how long a thread was ready and did not run.</param>
    public void End(List<int> threads, Func<int, TimeSpan?> waited)
    {
        _now.Clear();
        _nowAt = Stopwatch.GetTimestamp();
        foreach (var id in threads)
        {
            if (ThreadClock.CpuNanoseconds(id) is var used and >= 0)
            {
                _now[id] = Continue(_before, id, used, _nowAt, WaitedBy(threads, id, waited));
            }
        }
    }

    /// <summary>Returns a thread's CPU time; null when it has ended.</summary>
    public TimeSpan? Total(int id) => _now.TryGetValue(id, out var now) ? TimeSpan.FromTicks(now.Nanoseconds / 100) : null;

    /// <summary>Returns the share of one CPU that a thread used in the window; null when it is not known.</summary>
    public double? Share(int id)
    {
        var window = Window.TotalNanoseconds;
        return window > 0 && _now.TryGetValue(id, out var now) && _before.TryGetValue(id, out var before) && now.Nanoseconds >= before.Nanoseconds
            ? Math.Min(1, (now.Nanoseconds - before.Nanoseconds) / window)
            : null;
    }

    /// <summary>Returns the share of the window in which a thread ran or was ready to run; null when it is not known.</summary>
    public double? Demand(int id)
    {
        var window = Window.TotalNanoseconds;
        return window > 0 && _now.TryGetValue(id, out var now) && _before.TryGetValue(id, out var before)
            && now.Waited is { } waited && before.Waited is { } already && now.Nanoseconds >= before.Nanoseconds && waited >= already
            ? Math.Min(1, (now.Nanoseconds - before.Nanoseconds + (waited - already).TotalNanoseconds) / window)
            : null;
    }

    /// <summary>Returns for how long at least the thread has not run at all; null when it has.</summary>
    public TimeSpan? NotRunFor(int id) =>
        _now.TryGetValue(id, out var now) && now.UnchangedSince < _nowAt ? Stopwatch.GetElapsedTime(now.UnchangedSince, _nowAt) : null;

    private static TimeSpan? WaitedBy(List<int> threads, int id, Func<int, TimeSpan?> waited) => threads.Count <= MostAsked ? waited(id) : null;

    private static CpuSample Continue(Dictionary<int, CpuSample> history, int id, long used, long at, TimeSpan? waited) =>
        history.TryGetValue(id, out var earlier) && earlier.Nanoseconds == used ? earlier with { Waited = waited } : new CpuSample(used, at) { Waited = waited };
}
