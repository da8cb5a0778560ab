using System.Diagnostics;

namespace GuruReports.Inspection.Threads;

/// <summary>A moment after which a capture gives up what it has not got.</summary>
internal readonly struct Deadline
{
    private readonly long _start;
    private readonly TimeSpan _limit;

    private Deadline(TimeSpan limit)
    {
        _start = Stopwatch.GetTimestamp();
        _limit = limit;
    }

    public bool HasPassed => Stopwatch.GetElapsedTime(_start) >= _limit;

    public TimeSpan Left
    {
        get
        {
            var left = _limit - Stopwatch.GetElapsedTime(_start);
            return left > TimeSpan.Zero ? left : TimeSpan.Zero;
        }
    }

    public static Deadline After(TimeSpan limit) => new(limit);
}
