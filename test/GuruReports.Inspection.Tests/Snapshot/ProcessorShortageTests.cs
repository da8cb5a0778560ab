using GuruReports.Inspection.Snapshot.Budget;

namespace GuruReports.Inspection.Tests.Snapshot;

public class ProcessorShortageTests
{
    [Theory]
    [InlineData(null)]
    [InlineData(8.0)]
    [InlineData(0.5)]
    [InlineData(0.2)]
    public void Refuse_EnoughToReadInTime_Affordable(double? processors)
    {
        using var system = new FakeFiles();

        var reason = new ProcessorShortage(system.Files, TimeSpan.FromSeconds(2)).Refuse(processors);

        Assert.Null(reason);
    }

    [Fact]
    public void Refuse_TenPercent_RefusedWithNumbers()
    {
        using var system = new FakeFiles();

        var reason = new ProcessorShortage(system.Files, TimeSpan.FromSeconds(2)).Refuse(0.1);

        Assert.Equal("the control group allows 10 % of a processor: reading would take 3 s or longer, and 2 s are allowed where processors are short", reason);
    }

    [Fact]
    public void Refuse_TenPercentAndTime_Affordable()
    {
        using var system = new FakeFiles();

        var reason = new ProcessorShortage(system.Files, TimeSpan.FromSeconds(10)).Refuse(0.1);

        Assert.Null(reason);
    }

    [Theory]
    [InlineData("/proc/42/schedstat", "the helper")]
    [InlineData("/proc/thread-self/schedstat", "the thread that waits for it")]
    public void GiveUp_WaitedLongerThanItRan_SaysWhoAndHowLong(string path, string who)
    {
        using var system = new FakeFiles().With(path, "300000000 1500000000 77\n");

        var reason = new ProcessorShortage(system.Files, TimeSpan.Zero).GiveUp(helper: 42);

        Assert.Equal($"given up after 0.0 s, because processors are short: {who} ran for 0.3 s and waited 1.5 s for one", reason);
    }

    [Theory]
    [InlineData("1500000000 300000000 77\n")]
    [InlineData("0 0 0\n")]
    [InlineData("nonsense")]
    public void GiveUp_GotWhatItNeededOrUnknown_GoesOn(string schedstat)
    {
        using var system = new FakeFiles().With("/proc/42/schedstat", schedstat).With("/proc/thread-self/schedstat", schedstat);

        var reason = new ProcessorShortage(system.Files, TimeSpan.Zero).GiveUp(helper: 42);

        Assert.Null(reason);
    }

    [Fact]
    public void GiveUp_TimeIsNotOver_GoesOn()
    {
        using var system = new FakeFiles().With("/proc/42/schedstat", "300000000 1500000000 77\n");

        var reason = new ProcessorShortage(system.Files, TimeSpan.FromSeconds(60)).GiveUp(helper: 42);

        Assert.Null(reason);
    }
}
