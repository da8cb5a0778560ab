using System.Diagnostics;

namespace GuruReports.Benchmarks.AllocationsBenchmark;

/// <summary>Allocates so much a second, twenty frames deep, and notes the longest time that it stood still.</summary>
internal sealed class Allocator
{
    private const int Depth = 20;
    private const int Piece = 1024;
    private readonly Thread _thread;
    private volatile bool _stop;
    private object? _last;

    public Allocator(int megabytesPerSecond)
    {
        _thread = new Thread(() => Run(megabytesPerSecond)) { IsBackground = true };
        _thread.Start();
    }

    /// <summary>Gets or sets the longest turn, in milliseconds.</summary>
    public double Longest { get; set; }

    public void Stop()
    {
        _stop = true;
        _thread.Join();
    }

    private void Run(int megabytesPerSecond)
    {
        var start = Stopwatch.GetTimestamp();
        var done = 0L;
        while (!_stop)
        {
            var turn = Stopwatch.GetTimestamp();
            Deep(Depth);
            done += 64 * Piece;
            Longest = Math.Max(Longest, Stopwatch.GetElapsedTime(turn).TotalMilliseconds);
            while (!_stop && megabytesPerSecond < int.MaxValue / 2 && done > Stopwatch.GetElapsedTime(start).TotalSeconds * megabytesPerSecond * 1e6)
            {
                Thread.Sleep(1);
            }
        }
    }

    private void Deep(int depth)
    {
        if (depth > 0)
        {
            Deep(depth - 1);
            GC.KeepAlive(this);
            return;
        }

        for (var index = 0; index < 64; index++)
        {
            _last = new byte[Piece];
        }
    }
}
