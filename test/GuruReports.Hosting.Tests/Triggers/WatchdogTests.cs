using System.Collections.Concurrent;
using GuruReports.Hosting.Triggers;

namespace GuruReports.Hosting.Tests.Triggers;

public sealed class WatchdogTests
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(20);

    [Fact]
    public void Start_RequestFileTouched_RequestsFromItsOwnThread()
    {
        using var requests = new BlockingCollection<(string Reason, string? Thread)>();
        var path = Path.Combine(Path.GetTempPath(), $"guru-{Guid.NewGuid():N}");
        var file = new RequestFile(path, _ => false);
        var watchdog = new Watchdog(new WatchdogOptions(), file, Record, TimeProvider.System, new PoolHeartbeat(), Nothing);

        watchdog.Start();
        File.WriteAllText(path, "");
        var isAsked = requests.TryTake(out var request, s_limit);
        watchdog.Stop();
        File.Delete(path);

        Assert.True(isAsked);
        Assert.Equal("request file " + path, request.Reason);
        Assert.Equal("guru-watchdog", request.Thread);

        void Record(string reason) => requests.Add((reason, Thread.CurrentThread.Name));
    }

    [Fact]
    public void Tick_ShutdownTakesTooLong_RequestsOnce()
    {
        var clock = new SteppedClock();
        var reasons = new List<string>();
        var options = new WatchdogOptions { Enabled = false, ShutdownLimit = TimeSpan.FromSeconds(12) };
        var watchdog = new Watchdog(options, file: null, reasons.Add, clock, new PoolHeartbeat(), Nothing);

        watchdog.ShutdownBegan();
        clock.Step(11);
        watchdog.Tick(TimeSpan.Zero);
        var early = reasons.Count;
        clock.Step(1);
        watchdog.Tick(TimeSpan.Zero);
        watchdog.Tick(TimeSpan.Zero);

        Assert.Equal(0, early);
        Assert.Equal(["shutdown takes longer than 12 s"], reasons);
    }

    [Fact]
    public void Tick_ShutdownEnded_RequestsNothing()
    {
        var clock = new SteppedClock();
        var reasons = new List<string>();
        var options = new WatchdogOptions { Enabled = false, ShutdownLimit = TimeSpan.FromSeconds(12) };
        var watchdog = new Watchdog(options, file: null, reasons.Add, clock, new PoolHeartbeat(), Nothing);

        watchdog.ShutdownBegan();
        watchdog.ShutdownEnded();
        clock.Step(60);
        watchdog.Tick(TimeSpan.Zero);

        Assert.Empty(reasons);
    }

    [Fact]
    public void Tick_OneLookThrows_TheOthersAreTaken()
    {
        var path = Path.Combine(Path.GetTempPath(), $"guru-{Guid.NewGuid():N}");
        var asked = new List<string>();
        var watchdog = new Watchdog(new WatchdogOptions(), new RequestFile(path, _ => false), asked.Add, TimeProvider.System, new PoolHeartbeat(), () => throw new InvalidOperationException());

        File.WriteAllText(path, "");
        watchdog.Tick(TimeSpan.Zero);
        File.Delete(path);

        Assert.Equal(["request file " + path], asked);
    }

    [Fact]
    public void Tick_SteadyState_AllocatesNothing()
    {
        var file = new RequestFile(Path.Combine(Path.GetTempPath(), "guru-nothing-here"), _ => false);
        var watchdog = new Watchdog(new WatchdogOptions(), file, _ => { }, TimeProvider.System, new PoolHeartbeat(), Nothing);
        watchdog.Tick(TimeSpan.Zero);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var tick = 0; tick < 100; tick++)
        {
            watchdog.Tick(TimeSpan.Zero);
        }

        // Growing the pool's queue once is the pool's own affair.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1024);
    }

    private static string? Nothing() => null;

    private sealed class SteppedClock : TimeProvider
    {
        private long _seconds = 1000;

        public override long TimestampFrequency => 1;

        public void Step(int seconds) => _seconds += seconds;

        public override long GetTimestamp() => _seconds;
    }
}
