using System.Diagnostics;

namespace GuruReports.Benchmarks.SnapshotBenchmark;

/// <summary>A thread that writes to pages all over the heap without pause and keeps the longest gap between two writes.</summary>
internal sealed class StallProbe
{
    private readonly Node[] _heads;
    private long _longest;

    public StallProbe(Node[] heads)
    {
        _heads = heads;
        new Thread(Write) { IsBackground = true, Name = "probe" }.Start();
    }

    /// <summary>The longest gap since the last call, in milliseconds.</summary>
    public double Take() => Interlocked.Exchange(ref _longest, 0) * 1000.0 / Stopwatch.Frequency;

    private void Write()
    {
        var last = Stopwatch.GetTimestamp();
        for (var index = 0; ; index = (index + 1) % _heads.Length)
        {
            _heads[index].Value++;
            var now = Stopwatch.GetTimestamp();
            if (now - last > Volatile.Read(ref _longest))
            {
                Volatile.Write(ref _longest, now - last);
            }

            last = now;
        }
    }
}
