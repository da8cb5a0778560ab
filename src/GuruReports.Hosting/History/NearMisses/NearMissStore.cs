namespace GuruReports.Hosting.History.NearMisses;

/// <summary>
/// Keeps the worst near misses of the last hour, and counts all. The watchdog's thread writes, a report's thread reads; the
/// lock between them is held for microseconds.
/// </summary>
internal sealed class NearMissStore(TimeProvider clock)
{
    /// <summary>How many are kept.</summary>
    public const int Kept = 8;

    private const int Counted = 512;

    private static readonly TimeSpan s_span = TimeSpan.FromHours(1);

    private readonly Lock _gate = new();
    private readonly List<NearMiss> _worst = new(Kept + 1);
    private readonly DateTimeOffset[] _times = new DateTimeOffset[Counted];
    private int _next;

    private NearMissStore()
        : this(TimeProvider.System)
    {
    }

    /// <summary>Gets those of the process.</summary>
    public static NearMissStore Shared { get; } = new();

    /// <summary>Counts one that nothing more is known of.</summary>
    public void Count()
    {
        lock (_gate)
        {
            _times[_next++ % Counted] = clock.GetUtcNow();
        }
    }

    /// <summary>Keeps one. How long it lasts may still change: the least of those before it gives way.</summary>
    public void Add(NearMiss miss)
    {
        lock (_gate)
        {
            _times[_next++ % Counted] = clock.GetUtcNow();
            var oldest = clock.GetUtcNow() - s_span;
            _worst.RemoveAll(known => known.At < oldest);
            if (_worst.Count > Kept)
            {
                _worst.Remove(_worst.MinBy(known => known.Lasted)!);
            }

            _worst.Add(miss);
        }
    }

    /// <summary>Returns those of the last hour.</summary>
    public NearMissFacts Read()
    {
        lock (_gate)
        {
            var oldest = clock.GetUtcNow() - s_span;
            var worst = _worst.Where(miss => miss.At >= oldest).OrderByDescending(miss => miss.Lasted).Take(Kept).OrderBy(miss => miss.At);
            return new NearMissFacts([.. worst], _times.Count(time => time >= oldest));
        }
    }
}
