using GuruReports.Hosting.Pipeline.Requests;

namespace GuruReports.Hosting.Tests.Pipeline;

public class AllowanceTests
{
    private const int AtOnce = 6;
    private static readonly TimeSpan s_interval = TimeSpan.FromSeconds(30);
    private readonly SteppedTime _time = new();

    [Fact]
    public void Wait_OneAfterTheOther_AllowsSomeAndThenOneAnInterval()
    {
        var allowance = new Allowance(_time, AtOnce);

        var allowed = TakeWhileAllowed(allowance);
        var next = allowance.Wait(s_interval);
        _time.Now += s_interval;
        var later = TakeWhileAllowed(allowance);

        Assert.Equal(AtOnce, allowed);
        Assert.Equal(s_interval, next);
        Assert.Equal(1, later);
    }

    [Fact]
    public void Wait_PartOfTheIntervalIsOver_SaysTheRest()
    {
        var allowance = new Allowance(_time, AtOnce);
        TakeWhileAllowed(allowance);
        _time.Now += s_interval / 4;

        Assert.Equal(s_interval * 0.75, allowance.Wait(s_interval));
    }

    [Fact]
    public void Wait_AfterALongRest_AllowsNoMoreThanAtFirst()
    {
        var allowance = new Allowance(_time, AtOnce);
        _time.Now += TimeSpan.FromDays(3);

        Assert.Equal(AtOnce, TakeWhileAllowed(allowance));
    }

    [Fact]
    public void Take_MoreThanAllowed_MakesNoDebts()
    {
        var allowance = new Allowance(_time, AtOnce);

        for (var taken = 0; taken < 100; taken++)
        {
            allowance.Take(s_interval);
        }

        Assert.Equal(s_interval, allowance.Wait(s_interval));
    }

    [Fact]
    public void Wait_NoInterval_AlwaysAllows()
    {
        var allowance = new Allowance(_time, AtOnce);

        for (var taken = 0; taken < 100; taken++)
        {
            allowance.Take(TimeSpan.Zero);
            Assert.Equal(TimeSpan.Zero, allowance.Wait(TimeSpan.Zero));
        }
    }

    private static int TakeWhileAllowed(Allowance allowance)
    {
        var count = 0;
        for (; count < 100 && allowance.Wait(s_interval) == TimeSpan.Zero; count++)
        {
            allowance.Take(s_interval);
        }

        return count;
    }
}
