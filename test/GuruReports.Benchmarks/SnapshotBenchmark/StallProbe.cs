using System.Buffers.Text;
using System.Diagnostics;
using Microsoft.Win32.SafeHandles;

namespace GuruReports.Benchmarks.SnapshotBenchmark;

/// <summary>
/// A thread that writes to pages all over the heap without pause and keeps the longest gap between two writes: as the
/// clock shows it, and without the time that the thread was ready but waited for a processor, which says more about the
/// machine's other work.
/// </summary>
internal sealed class StallProbe
{
    private readonly Node[] _heads;
    private readonly Lock _gate = new();
    private double _longest;
    private double _longestBlocked;

    public StallProbe(Node[] heads)
    {
        _heads = heads;
        new Thread(Write) { IsBackground = true, Name = "probe" }.Start();
    }

    /// <summary>The longest gaps since the last call, in milliseconds: without the wait for a processor, and as the clock shows it.</summary>
    public (double Blocked, double Clock) Take()
    {
        lock (_gate)
        {
            var result = (_longestBlocked, _longest);
            (_longestBlocked, _longest) = (0, 0);
            return result;
        }
    }

    private void Write()
    {
        using var accounting = File.OpenHandle("/proc/thread-self/schedstat");
        var (last, noted, waited) = (Stopwatch.GetTimestamp(), Stopwatch.GetTimestamp(), Waited(accounting));
        for (var index = 0; ; index = (index + 1) % _heads.Length)
        {
            _heads[index].Value++;
            var now = Stopwatch.GetTimestamp();
            var gap = Milliseconds(now - last);
            if (gap > 1 || Milliseconds(now - noted) > 1)
            {
                var before = waited;
                (noted, waited) = (now, Waited(accounting));
                Note(gap, Math.Max(gap - (waited - before), 0));
                now = Stopwatch.GetTimestamp();
            }

            last = now;
        }
    }

    private void Note(double gap, double blocked)
    {
        lock (_gate)
        {
            _longest = Math.Max(_longest, gap);
            _longestBlocked = Math.Max(_longestBlocked, blocked);
        }
    }

    private static double Milliseconds(long ticks) => ticks * 1000.0 / Stopwatch.Frequency;

    // The second number: nanoseconds spent ready to run, waiting for a processor. Without allocating: what the snapshot
    // allocates is counted for the whole process.
    private static double Waited(SafeFileHandle accounting)
    {
        Span<byte> text = stackalloc byte[96];
        text = text[..RandomAccess.Read(accounting, text, 0)];
        return Utf8Parser.TryParse(text[(text.IndexOf((byte)' ') + 1)..], out long nanoseconds, out _)
            ? nanoseconds / 1e6
            : throw new InvalidDataException("the kernel does not count the wait for a processor");
    }
}
