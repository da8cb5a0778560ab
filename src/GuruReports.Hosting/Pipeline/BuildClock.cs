using System.Diagnostics;

namespace GuruReports.Hosting.Pipeline;

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

    /// <summary>Returns the smaller of a limit and the time left.</summary>
    /// <param name="wanted">The limit.</param>
    /// <param name="mayUseReserve">Whether the time kept for the threads may be used.</param>
    public TimeSpan Limit(TimeSpan wanted, bool mayUseReserve)
    {
        var left = mayUseReserve ? Left : LeftBeforeReserve;
        return wanted < left ? wanted : left;
    }
}
