using System.Diagnostics;

namespace GuruReports.Hosting.Pipeline;

/// <summary>How much time a report has left.</summary>
internal sealed class BuildClock(TimeSpan limit)
{
    private readonly long _started = Stopwatch.GetTimestamp();

    public TimeSpan Elapsed => Stopwatch.GetElapsedTime(_started);

    /// <summary>Gets the time left; never negative.</summary>
    public TimeSpan Left => Elapsed < limit ? limit - Elapsed : TimeSpan.Zero;

    /// <summary>Returns the smaller of a limit and the time left.</summary>
    public TimeSpan Limit(TimeSpan wanted) => wanted < Left ? wanted : Left;
}
