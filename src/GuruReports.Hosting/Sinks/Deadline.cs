namespace GuruReports.Hosting.Sinks;

/// <summary>A moment after which a destination is given up.</summary>
internal readonly struct Deadline
{
    private readonly long _end;

    private Deadline(long end) => _end = end;

    /// <summary>Gets the whole milliseconds that are left; 0 when the time is over.</summary>
    internal int RemainingMilliseconds => (int)Math.Clamp(_end - Environment.TickCount64, 0, int.MaxValue);

    /// <summary>Makes a deadline.</summary>
    /// <returns>The deadline.</returns>
    internal static Deadline In(TimeSpan limit) => new(Environment.TickCount64 + (long)limit.TotalMilliseconds);
}
