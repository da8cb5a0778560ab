using System.Diagnostics;

namespace GuruReports.Hosting.Pipeline.Collecting;

/// <summary>How much time a report has left.</summary>
internal sealed class BuildClock(TimeSpan limit)
{
    // What the threads do is worth more than all the rest, and is shown last, for the snapshot's sake.
    private const double ReservedShare = 0.25;

    private readonly long _started = Stopwatch.GetTimestamp();

    public TimeSpan Elapsed => Stopwatch.GetElapsedTime(_started);

    /// <summary>Gets the time left; never negative.</summary>
    public TimeSpan Left => Elapsed < limit ? limit - Elapsed : TimeSpan.Zero;

    /// <summary>Gets the time left but for a quarter of the whole, which is kept for the threads and what the snapshot tells; never negative.</summary>
    public TimeSpan LeftBeforeReserve => Left > limit * ReservedShare ? Left - (limit * ReservedShare) : TimeSpan.Zero;

    /// <summary>Returns the smaller of a limit and the time left but for the reserve.</summary>
    /// <param name="wanted">The limit.</param>
    public TimeSpan Limit(TimeSpan wanted) => TimeLimits.Min(wanted, LeftBeforeReserve);

    /// <summary>Returns the limit of what the reserve is kept for: half of the time left, or what is wanted where that is more.</summary>
    /// <param name="wanted">The limit of all other work.</param>
    public TimeSpan LimitOfReserved(TimeSpan wanted)
    {
        var left = Left;
        return TimeLimits.Min(TimeLimits.Max(wanted, left / 2), left);
    }

    /// <summary>Returns the limit of a second try: twice what the first one had, but no more than half of the time left.</summary>
    /// <param name="wanted">The limit of the first try.</param>
    public TimeSpan LimitOfSecondTry(TimeSpan wanted) => TimeLimits.Min(wanted * 2, Left / 2);
}
