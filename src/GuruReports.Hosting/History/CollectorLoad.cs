namespace GuruReports.Hosting.History;

/// <summary>What the allocations of the process and its collector did lately, by counters that cost nothing.</summary>
/// <param name="Allocated">The bytes allocated a second.</param>
/// <param name="PauseShare">The share of the time in which collections stopped all threads.</param>
/// <param name="FullCollections">The collections of the whole heap a second.</param>
/// <param name="Growing">Whether the heap grows.</param>
internal sealed record CollectorLoad(double Allocated, double PauseShare, double FullCollections, bool Growing)
{
    private const int Rows = 5;
    private const int RowsOfGrowth = 60;
    private const int LeastRows = 2;
    private const double Fifth = 1.2;

    private const int FullOfAnyStart = 2;

    private const double Much = 50 << 20;
    private const double Some = 8 << 20;
    private const double MoreThanReports = 100 << 20;
    private const double MorePausedThanByReports = 0.2;
    private const double MoreFullThanByReports = 3;
    private const double OftenPaused = 0.05;
    private const double OftenFull = 0.5;

    /// <summary>Gets whether it is worth to know who allocates and who asks for collections: below that a look would cost the service something, and tell nothing.</summary>
    public bool IsHigh => Allocated >= Much || PauseShare >= OftenPaused || FullCollections >= OftenFull || (Growing && Allocated >= Some);

    /// <summary>Gets whether it is more than reports of thousands of threads, one each second, do themselves.</summary>
    public bool IsMoreThanReports => Allocated >= MoreThanReports || PauseShare >= MorePausedThanByReports || FullCollections >= MoreFullThanByReports;

    /// <summary>Returns what the record says of the last seconds; null where there are none yet.</summary>
    public static CollectorLoad? Of(HistorySpan? seconds)
    {
        if (seconds is not { Count: >= LeastRows })
        {
            return null;
        }

        return new CollectorLoad(Mean(Measure.Allocated), Mean(Measure.Paused), Mean(Measure.FullCollections), IsGrowing(seconds));

        double Mean(Measure measure)
        {
            var (total, count) = (0.0, 0);
            for (var row = Math.Max(1, seconds.Count - Rows); row < seconds.Count; row++)
            {
                if (float.IsFinite(seconds.Value(measure, row)))
                {
                    total += seconds.Value(measure, row);
                    count++;
                }
            }

            return count == 0 ? 0 : total / count;
        }
    }

    /// <summary>Returns what the counters say of the whole life of the process, which tells something while it is young.</summary>
    /// <param name="uptime">How old the process is.</param>
    public static CollectorLoad SinceStart(TimeSpan uptime)
    {
        var seconds = Math.Max(uptime.TotalSeconds, 1);
        return new CollectorLoad(
            GC.GetTotalAllocatedBytes(precise: false) / seconds,
            GC.GetTotalPauseDuration().TotalSeconds / seconds,
            Math.Max(0, GC.CollectionCount(GC.MaxGeneration) - FullOfAnyStart) / seconds,
            Growing: false);
    }

    // What collections leave is the least of some seconds.
    private static bool IsGrowing(HistorySpan seconds)
    {
        var first = Math.Max(0, seconds.Count - RowsOfGrowth);
        var third = (seconds.Count - first) / 3;
        var (before, now) = (float.PositiveInfinity, float.PositiveInfinity);
        for (var row = 0; row < third; row++)
        {
            before = Math.Min(before, seconds.Value(Measure.Heap, first + row));
            now = Math.Min(now, seconds.Value(Measure.Heap, seconds.Count - 1 - row));
        }

        return third > 0 && now > before * Fifth && now - before > Some;
    }
}
