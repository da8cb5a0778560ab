using GuruReports.Hosting.Pipeline;

namespace GuruReports.Hosting.Tests.Pipeline;

public class SnapshotAllowanceTests
{
    private static readonly TimeSpan s_interval = TimeSpan.FromSeconds(30);
    private readonly SteppedTime _time = new();

    [Fact]
    public void Take_OneAfterTheOther_AllowsSomeAndThenOneAnInterval()
    {
        var allowance = new SnapshotAllowance(_time);

        var allowed = Enumerable.Range(0, 10).Count(_ => allowance.Take(s_interval) is null);
        var next = allowance.Take(s_interval);
        _time.Now += s_interval;
        var later = new[] { allowance.Take(s_interval), allowance.Take(s_interval) };

        Assert.Equal(SnapshotAllowance.AtOnce, allowed);
        Assert.Equal(s_interval, next);
        Assert.Equal([null, s_interval], later);
    }

    [Fact]
    public void Take_AfterALongRest_AllowsNoMoreThanAtFirst()
    {
        var allowance = new SnapshotAllowance(_time);
        _time.Now += TimeSpan.FromDays(3);

        Assert.Equal(SnapshotAllowance.AtOnce, Enumerable.Range(0, 10).Count(_ => allowance.Take(s_interval) is null));
    }

    [Fact]
    public void Take_NoInterval_AlwaysAllows()
    {
        var allowance = new SnapshotAllowance(_time);

        Assert.All(Enumerable.Range(0, 100), _ => Assert.Null(allowance.Take(TimeSpan.Zero)));
    }

    private sealed class SteppedTime : TimeProvider
    {
        public TimeSpan Now { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Now.Ticks;
    }
}
