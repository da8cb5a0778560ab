using System.Globalization;

namespace GuruReports.Hosting.Triggers;

/// <summary>Decides whether the host takes too long to stop.</summary>
internal sealed class ShutdownWatch(TimeProvider clock, TimeSpan limit)
{
    private const long NotStopping = 0;

    private long _startedAt = NotStopping;

    /// <summary>Says that the host has begun to stop. Any thread; further calls change nothing.</summary>
    internal void Begin() => Interlocked.CompareExchange(ref _startedAt, Math.Max(clock.GetTimestamp(), 1), NotStopping);

    /// <summary>Says that the host has stopped. Any thread.</summary>
    internal void End() => Interlocked.Exchange(ref _startedAt, NotStopping);

    /// <summary>Looks once.</summary>
    /// <returns>The reason for a report, once a shutdown, or null.</returns>
    internal string? Check()
    {
        var startedAt = Interlocked.Read(ref _startedAt);
        if (limit <= TimeSpan.Zero || startedAt == NotStopping || clock.GetElapsedTime(startedAt) < limit)
        {
            return null;
        }

        // Two reports would say the same: who holds the shutdown up is in the first.
        End();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"shutdown takes longer than {limit.TotalSeconds:0.###} s");
    }
}
