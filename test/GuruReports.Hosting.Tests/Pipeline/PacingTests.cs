using GuruReports.Hosting.Pipeline.Requests;

namespace GuruReports.Hosting.Tests.Pipeline;

public sealed class PacingTests
{
    private static readonly TimeSpan s_interval = TimeSpan.FromSeconds(1);

    private readonly SteppedTime _time = new();
    private readonly Pacing _pacing;

    public PacingTests() => _pacing = new Pacing(_time);

    [Fact]
    public void ToNext_NoneBefore_Now() => Assert.Equal(TimeSpan.Zero, _pacing.ToNext(s_interval));

    [Fact]
    public void ToNext_AfterOne_TheRestOfTheInterval()
    {
        _pacing.Start(s_interval);
        _time.Now += s_interval / 4;

        Assert.Equal(s_interval * 0.75, _pacing.ToNext(s_interval));
    }

    [Fact]
    public void ToNext_TheyNeverStop_TenAndThenOneInTenIntervals()
    {
        var starts = 0;
        for (var second = 0; second < 100; second++)
        {
            if (_pacing.ToNext(s_interval) == TimeSpan.Zero)
            {
                _pacing.Start(s_interval);
                starts++;
            }

            _time.Now += s_interval;
        }

        Assert.InRange(starts, 18, 21);
    }

    [Fact]
    public void ToNext_NoInterval_Always()
    {
        for (var count = 0; count < 100; count++)
        {
            _pacing.Start(TimeSpan.Zero);

            Assert.Equal(TimeSpan.Zero, _pacing.ToNext(TimeSpan.Zero));
        }
    }
}
