namespace GuruReports.Hosting.Exceptions;

/// <summary>Counts events of the last minute in buckets of one second. Lock-free; a count at the edge of a second may be lost.</summary>
internal sealed class RateMeter
{
    private const int Buckets = 64;

    /// <summary>The time that is looked back over.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromSeconds(60);

    // The upper half is the second, the lower half the count: one word, so that both change together.
    private readonly long[] _buckets = new long[Buckets];
    private readonly Func<long> _now;

    public RateMeter()
        : this(() => Environment.TickCount64)
    {
    }

    internal RateMeter(Func<long> milliseconds) => _now = milliseconds;

    public void Add()
    {
        var second = _now() / 1000;
        ref var bucket = ref _buckets[second % Buckets];
        while (true)
        {
            var seen = Volatile.Read(ref bucket);
            var next = seen >> 32 == second ? seen + 1 : (second << 32) | 1;
            if (Interlocked.CompareExchange(ref bucket, next, seen) == seen)
            {
                return;
            }
        }
    }

    /// <summary>Returns the events of the last minute.</summary>
    public long CountInWindow()
    {
        var oldest = (_now() / 1000) - (long)Window.TotalSeconds;
        var count = 0L;
        foreach (ref var bucket in _buckets.AsSpan())
        {
            var seen = Volatile.Read(ref bucket);
            count += seen >> 32 > oldest ? seen & 0xFFFF_FFFF : 0;
        }

        return count;
    }
}
