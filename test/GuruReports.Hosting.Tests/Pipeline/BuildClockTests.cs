using GuruReports.Hosting.Pipeline.Collecting;

namespace GuruReports.Hosting.Tests.Pipeline;

public class BuildClockTests
{
    [Fact]
    public void Limit_MoreIsWantedThanIsLeft_KeepsAQuarterForTheThreads()
    {
        var clock = new BuildClock(TimeSpan.FromHours(4));

        Assert.InRange(clock.Limit(TimeSpan.FromHours(9)), TimeSpan.FromHours(2.9), TimeSpan.FromHours(3));
        Assert.InRange(clock.LimitOfReserved(TimeSpan.FromHours(9)), TimeSpan.FromHours(3.9), TimeSpan.FromHours(4));
    }

    [Fact]
    public void Limit_LittleIsWanted_GivesIt()
    {
        var clock = new BuildClock(TimeSpan.FromHours(4));

        Assert.Equal(TimeSpan.FromHours(2), clock.Limit(TimeSpan.FromHours(2)));
    }

    [Fact]
    public void LimitOfReserved_LittleIsWanted_GivesHalfOfWhatIsLeft()
    {
        var clock = new BuildClock(TimeSpan.FromHours(4));

        Assert.InRange(clock.LimitOfReserved(TimeSpan.FromHours(1)), TimeSpan.FromHours(1.9), TimeSpan.FromHours(2));
    }

    [Fact]
    public void LimitOfSecondTry_TwiceTheFirstOrHalfOfWhatIsLeft()
    {
        var clock = new BuildClock(TimeSpan.FromHours(4));

        Assert.Equal(TimeSpan.FromMinutes(20), clock.LimitOfSecondTry(TimeSpan.FromMinutes(10)));
        Assert.InRange(clock.LimitOfSecondTry(TimeSpan.FromHours(3)), TimeSpan.FromHours(1.9), TimeSpan.FromHours(2));
    }

    [Fact]
    public void Limit_TimeIsOver_NeverNegative()
    {
        var clock = new BuildClock(TimeSpan.Zero);

        Assert.Equal(TimeSpan.Zero, clock.Limit(TimeSpan.FromHours(2)));
        Assert.Equal(TimeSpan.Zero, clock.LimitOfReserved(TimeSpan.FromHours(2)));
    }
}
