using GuruReports.Hosting.History;
using GuruReports.Hosting.History.Watching;
using GuruReports.Testing;

namespace GuruReports.Hosting.Tests.History;

public sealed class FindingWatchTests
{
    private static readonly TimeSpan s_interval = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(20);

    private readonly Queue<Func<IReadOnlyList<string>>> _looks = new();
    private readonly FindingWatch _watch;
    private TimeSpan _now;
    private int _looked;

    public FindingWatchTests() => _watch = new FindingWatch(s_interval, Look);

    [Fact]
    public void Check_CriticalTwiceInARow_IsAReasonThatNamesRuleAndFinding()
    {
        Assert.Null(NextLook("GURU001 DEADLOCK"));

        Assert.Equal(
            "GURU001 DEADLOCK critical at two looks in a row, 5 min apart (GuruMeditation:Watchdog:Rules:LookInterval)",
            NextLook("GURU003 STARVATION", "GURU001 DEADLOCK"));
        Assert.Null(_watch.Check(_now));
    }

    [Fact]
    public void Check_AnotherEachTime_IsNone()
    {
        Assert.Null(NextLook("GURU001 DEADLOCK"));
        Assert.Null(NextLook("GURU003 STARVATION"));
        Assert.Null(NextLook());
        Assert.Null(NextLook("GURU003 STARVATION"));
    }

    [Fact]
    public void Check_LookThatFailsInBetween_BeginsAnew()
    {
        NextLook("GURU001 DEADLOCK");
        NextLook(() => throw new InvalidOperationException());

        Assert.Null(NextLook("GURU001 DEADLOCK"));
    }

    [Fact]
    public void Check_LookThatHangs_IsTheOnlyOne()
    {
        using var held = new ManualResetEventSlim();
        _looks.Enqueue(() =>
        {
            held.Wait();
            return [];
        });
        _now += s_interval;
        _watch.Check(_now);
        Assert.True(Until.IsTrue(() => Volatile.Read(ref _looked) == 1, s_limit));

        for (var turn = 0; turn < 10; turn++)
        {
            _now += s_interval;
            _watch.Check(_now);
        }

        Assert.Empty(_looks);
        Assert.Equal(1, Volatile.Read(ref _looked));
        held.Set();
    }

    [Fact]
    public void Check_BetweenLooks_AllocatesNothing()
    {
        _watch.Check(_now);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var second = 0; second < 290; second++)
        {
            _now += TimeSpan.FromSeconds(1);
            _watch.Check(_now);
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void WatchRules_FindingThatStays_KeepsItsPaceAndTheHourlyLimit()
    {
        var options = new WatchdogOptions { MinimumInterval = TimeSpan.FromMinutes(10) };
        options.Rules.ReportsPerHour = 4;
        var row = new float[MeasureDefinition.Count];
        var rules = new WatchRules(options, _watch);
        var reasons = 0;
        for (var look = 0; look < 12; look++)
        {
            reasons += NextLook(() => ["GURU001 DEADLOCK"], () => rules.Check(_now, row)) is null ? 0 : 1;
        }

        Assert.Equal(4, reasons);
    }

    private string? NextLook(params string[] critical) => NextLook(() => critical);

    private string? NextLook(Func<IReadOnlyList<string>> look) => NextLook(look, () => _watch.Check(_now));

    // A look runs on a thread of its own: its result is there at once, or when another look could begin.
    private string? NextLook(Func<IReadOnlyList<string>> look, Func<string?> check)
    {
        _looks.Enqueue(look);
        var looked = _looked;
        _now += s_interval;
        var at = check();
        Assert.True(Until.IsTrue(() => Volatile.Read(ref _looked) > looked && !_watch.IsLooking, s_limit));
        return at ?? check();
    }

    private IReadOnlyList<string> Look()
    {
        var look = _looks.Dequeue();
        Interlocked.Increment(ref _looked);
        return look();
    }
}
