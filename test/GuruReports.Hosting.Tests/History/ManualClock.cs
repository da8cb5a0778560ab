namespace GuruReports.Hosting.Tests.History;

/// <summary>A clock that goes on when it is told to.</summary>
internal sealed class ManualClock : TimeProvider
{
    private DateTimeOffset _now = new(2026, 11, 22, 3, 0, 0, TimeSpan.Zero);
    private long _timestamp;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => _now;

    public override long GetTimestamp() => _timestamp;

    public void Advance(TimeSpan time)
    {
        _now += time;
        _timestamp += time.Ticks;
    }

    /// <summary>Sets the time of day; the time that passes knows nothing of it.</summary>
    public void Set(DateTimeOffset now) => _now = now;
}
