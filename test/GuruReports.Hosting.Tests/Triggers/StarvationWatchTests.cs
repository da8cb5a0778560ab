using GuruReports.Hosting.Triggers;

namespace GuruReports.Hosting.Tests.Triggers;

public sealed class StarvationWatchTests
{
    private readonly ScriptedHeartbeat _heartbeat = new();
    private readonly WatchdogOptions _options = new();
    private TimeSpan _gcPause;
    private TimeSpan _now;

    [Fact]
    public void Check_NothingWaits_SendsNoBeat()
    {
        var watch = Create();

        Assert.Null(Tick(watch, 100));
        Assert.Equal(0, _heartbeat.Sent);
    }

    [Fact]
    public void Check_BeatRuns_NeverAsks()
    {
        var watch = Create();
        _heartbeat.IsWorkWaiting = true;

        for (var tick = 0; tick < 60; tick++)
        {
            Assert.Null(Tick(watch));
            _heartbeat.IsUnderWay = false;
        }

        Assert.Equal(60, _heartbeat.Sent);
    }

    [Fact]
    public void Check_BeatHangs_AsksOnceAfterTheLimit()
    {
        var watch = Create();
        _heartbeat.IsWorkWaiting = true;

        var reasons = Enumerable.Range(0, 60).Select(_ => Tick(watch)).ToList();

        Assert.Equal("thread pool starved for 5.0 s", reasons[5]);
        Assert.Single(reasons, reason => reason is not null);
    }

    [Fact]
    public void Check_StillStarvedAfterTheInterval_AsksAgain()
    {
        _options.MinimumInterval = TimeSpan.FromSeconds(30);
        var watch = Create();
        _heartbeat.IsWorkWaiting = true;

        var reasons = Enumerable.Range(0, 40).Select(_ => Tick(watch)).ToList();

        Assert.Equal("thread pool starved for 35.0 s", reasons[35]);
        Assert.Equal(2, reasons.Count(reason => reason is not null));
    }

    [Fact]
    public void Check_OwnTickLateToo_SaysThatTheMachineIsShort()
    {
        var watch = Create();
        _heartbeat.IsWorkWaiting = true;
        Tick(watch);

        var reason = Tick(watch, 6, late: TimeSpan.FromSeconds(1.5));

        Assert.Equal("thread pool starved for 6.0 s; the machine is short of CPU too: own tick 1.5 s late", reason);
    }

    [Fact]
    public void Check_TickLaterThanTheLimit_BlamesTheMachineAndNotThePool()
    {
        var watch = Create();
        _heartbeat.IsWorkWaiting = true;
        Tick(watch);

        var reason = Tick(watch, 9, late: TimeSpan.FromSeconds(8));
        var next = Tick(watch);

        Assert.Equal("process stood still for 8.0 s: the machine is starved of CPU, or the process was stopped", reason);
        Assert.Null(next);
    }

    [Fact]
    public void Check_TickLateByACollection_BlamesTheCollection()
    {
        var watch = Create();
        _gcPause = TimeSpan.FromSeconds(6);

        var reason = Tick(watch, 8, late: TimeSpan.FromSeconds(7));

        Assert.Equal("process stood still for 7.0 s: garbage collection took 6.0 s", reason);
    }

    [Fact]
    public void Check_SteadyState_AllocatesNothing()
    {
        var watch = Create();
        _heartbeat.IsWorkWaiting = true;
        Tick(watch);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var tick = 0; tick < 100; tick++)
        {
            _heartbeat.IsUnderWay = false;
            Tick(watch);
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private StarvationWatch Create() => new(_options, _heartbeat, () => _gcPause);

    private string? Tick(StarvationWatch watch, int seconds = 1, TimeSpan late = default)
    {
        _now += TimeSpan.FromSeconds(seconds);
        return watch.Check(_now, late);
    }

    private sealed class ScriptedHeartbeat : IHeartbeat
    {
        public bool IsWorkWaiting { get; set; }

        public bool IsUnderWay { get; set; }

        public int Sent { get; private set; }

        public void Send()
        {
            Sent++;
            IsUnderWay = true;
        }
    }
}
