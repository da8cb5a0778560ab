using GuruReports.Hosting.History.NearMisses;
using GuruReports.Hosting.Triggers;
using GuruReports.Inspection.Threads;
using GuruReports.Testing;

namespace GuruReports.Hosting.Tests.Triggers;

public sealed class NearMissWatchTests
{
    private readonly ScriptedHeartbeat _heartbeat = new();
    private readonly NearMissStore _store = new(TimeProvider.System);
    private TimeSpan _now = TimeSpan.FromMinutes(1);
    private long _completed;
    private float _paused;
    private bool _isDisturbed;
    private int _captures;
    private long _contentions;
    private LockWaitSearch? _search;

    [Fact]
    public void Look_BeatThatTakesLong_IsOneNearMissWithItsWholeLength()
    {
        var watch = Active();

        Wait(watch, 400);

        var facts = _store.Read();
        var miss = Assert.Single(facts.Worst);
        Assert.Equal((1, NearMissKind.Pool), (facts.Count, miss.Kind));
        Assert.Equal(TimeSpan.FromMilliseconds(400), miss.Lasted);
        Assert.True(Until.IsTrue(() => Volatile.Read(ref _captures) == 1, TimeSpan.FromSeconds(20)));
    }

    [Fact]
    public void Look_BeatThatIsSoonBack_IsNone()
    {
        var watch = Active();

        Wait(watch, 200);
        Wait(watch, 200);

        Assert.Equal(0, _store.Read().Count);
    }

    [Fact]
    public void Look_WatchThatIsLateItself_IsNone()
    {
        var watch = Active();

        for (var turn = 0; turn < 10; turn++)
        {
            Look(watch, 150, late: 100);
        }

        Assert.Equal(0, _store.Read().Count);
    }

    [Fact]
    public void Look_WhileAReportIsMade_IsNone()
    {
        var watch = Active();
        _isDisturbed = true;

        Wait(watch, 1_000);

        Assert.Equal(0, _store.Read().Count);
    }

    [Fact]
    public void Look_RightAfterTheStart_IsNone()
    {
        _now = TimeSpan.FromSeconds(3);
        var watch = Active();

        Wait(watch, 1_000);

        Assert.Equal(0, _store.Read().Count);
    }

    [Fact]
    public void Look_NearMissesOneAfterTheOther_AreCountedAndOneIsCaptured()
    {
        var watch = Active();

        for (var number = 0; number < 5; number++)
        {
            Wait(watch, 300);
        }

        var facts = _store.Read();
        Assert.Equal((5, 1), (facts.Count, facts.Worst.Count));
    }

    [Fact]
    public void Look_ThreadBeginsToWaitForALock_IsLookedAtOnceInTenSeconds()
    {
        var watch = Create();

        for (var turn = 0; turn < 100; turn++)
        {
            _contentions++;
            Look(watch, 50);
        }

        Assert.True(Until.IsTrue(() => Volatile.Read(ref _captures) == 1 && !_search!.IsLooking, TimeSpan.FromSeconds(20)));
        Look(watch, 10_000);
        Assert.Equal(1, Volatile.Read(ref _captures));
        _contentions++;
        Look(watch, 50);
        Assert.True(Until.IsTrue(() => Volatile.Read(ref _captures) == 2, TimeSpan.FromSeconds(20)));
    }

    [Theory]
    [InlineData(true, 60, 0)]
    [InlineData(false, 3, 0)]
    [InlineData(false, 60, 100)]
    public void Look_ThreadBeginsToWaitWhileSomethingDisturbs_IsNotLookedAt(bool isDisturbed, int secondsAfterStart, int late)
    {
        (_isDisturbed, _now) = (isDisturbed, TimeSpan.FromSeconds(secondsAfterStart));
        var watch = Create();

        _contentions++;
        Look(watch, 50, late);
        (_isDisturbed, _now) = (false, TimeSpan.FromMinutes(2));
        Look(watch, 50);

        Assert.Equal(0, Volatile.Read(ref _captures));
    }

    [Fact]
    public void Second_PoolAtRest_SleepsUntilTheNextSecondAndSendsNothing()
    {
        var watch = Create();

        _completed += 5;
        watch.Second(_now);
        watch.Look(_now, TimeSpan.Zero);

        Assert.Null(watch.Wait);
        Assert.Equal(0, _heartbeat.Sent);
    }

    [Fact]
    public void Second_MostlyPaused_IsANearMiss()
    {
        var watch = Create();

        _paused = 0.62f;
        watch.Second(_now);

        var miss = Assert.Single(_store.Read().Worst);
        Assert.Equal((NearMissKind.Collections, 620), (miss.Kind, Math.Round(miss.Lasted.TotalMilliseconds)));
    }

    [Fact]
    public void Look_NothingHappens_AllocatesNothing()
    {
        var watch = Active();
        Wait(watch, 100);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var turn = 0; turn < 100; turn++)
        {
            Wait(watch, 100);
            watch.Second(_now);
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private NearMissWatch Create()
    {
        var capture = new NearMissCapture(() =>
        {
            Interlocked.Increment(ref _captures);
            return new ThreadCapture { Method = ThreadCaptureMethod.InProcess, CapturedAt = DateTimeOffset.UtcNow };
        });
        _search = new LockWaitSearch(capture, _store, _ => 0, _ => { });
        var locks = new LockWaitWatch(() => _contentions, _search, () => false);
        return new(TimeSpan.FromMilliseconds(250), _heartbeat, new NearMissInputs(() => _completed, () => _paused, () => _isDisturbed), _store, capture, locks);
    }

    private NearMissWatch Active()
    {
        var watch = Create();
        _heartbeat.IsWorkWaiting = true;
        _completed = 1_000;
        watch.Second(_now);
        Assert.Equal(TimeSpan.FromMilliseconds(50), watch.Wait);
        return watch;
    }

    private void Wait(NearMissWatch watch, int milliseconds)
    {
        _heartbeat.IsUnderWay = false;
        for (var passed = -50; passed < milliseconds; passed += 50)
        {
            Look(watch, 50);
        }

        _heartbeat.IsUnderWay = false;
        Look(watch, 1);
        _heartbeat.IsUnderWay = false;
    }

    private void Look(NearMissWatch watch, int milliseconds, int late = 0)
    {
        _now += TimeSpan.FromMilliseconds(milliseconds);
        watch.Look(_now, TimeSpan.FromMilliseconds(late));
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
