using GuruReports.Hosting.Pipeline;

namespace GuruReports.Hosting.Tests.Pipeline;

public class BuildClockTests
{
    [Fact]
    public void Limit_MoreIsWantedThanIsLeft_KeepsAQuarterForTheThreads()
    {
        var clock = new BuildClock(TimeSpan.FromHours(4));

        var others = clock.Limit(TimeSpan.FromHours(9), mayUseReserve: false);
        var threads = clock.Limit(TimeSpan.FromHours(9), mayUseReserve: true);

        Assert.InRange(others, TimeSpan.FromHours(2.9), TimeSpan.FromHours(3));
        Assert.InRange(threads, TimeSpan.FromHours(3.9), TimeSpan.FromHours(4));
    }

    [Fact]
    public void Limit_LittleIsWanted_GivesIt()
    {
        var clock = new BuildClock(TimeSpan.FromHours(4));

        Assert.Equal(TimeSpan.FromHours(2), clock.Limit(TimeSpan.FromHours(2), mayUseReserve: false));
    }

    [Fact]
    public void Limit_TimeIsOver_NeverNegative()
    {
        var clock = new BuildClock(TimeSpan.Zero);

        Assert.Equal(TimeSpan.Zero, clock.Limit(TimeSpan.FromHours(2), mayUseReserve: false));
        Assert.Equal(TimeSpan.Zero, clock.Limit(TimeSpan.FromHours(2), mayUseReserve: true));
    }
}
