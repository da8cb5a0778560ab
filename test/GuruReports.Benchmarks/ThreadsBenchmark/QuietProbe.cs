using System.Diagnostics;

namespace GuruReports.Benchmarks.ThreadsBenchmark;

/// <summary>Measures what the machine's other work does to a thread that never waits, while nothing is captured.</summary>
internal static class QuietProbe
{
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(1);

    /// <summary>Returns the longest time for which a spinning thread stood still.</summary>
    public static TimeSpan LongestGap()
    {
        var longest = TimeSpan.Zero;
        var probe = new Thread(() =>
        {
            var begin = Stopwatch.GetTimestamp();
            var last = begin;
            while (Stopwatch.GetElapsedTime(begin, last) < Time)
            {
                var now = Stopwatch.GetTimestamp();
                var gap = Stopwatch.GetElapsedTime(last, now);
                longest = gap > longest ? gap : longest;
                last = now;
            }
        });
        probe.Start();
        probe.Join();
        return longest;
    }
}
