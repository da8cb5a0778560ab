namespace GuruReports.Hosting.Tests.Pipeline;

/// <summary>Time that goes on only when a test says so.</summary>
internal sealed class SteppedTime : TimeProvider
{
    public TimeSpan Now { get; set; }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Now.Ticks;
}
