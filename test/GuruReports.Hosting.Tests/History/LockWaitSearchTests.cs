using GuruReports.Hosting.History.NearMisses;
using GuruReports.Inspection.Threads;
using GuruReports.Inspection.Vocabulary;

namespace GuruReports.Hosting.Tests.History;

public sealed class LockWaitSearchTests
{
    private const int Holder = 11;
    private const int Waiter = 12;

    private readonly NearMissStore _store = new(TimeProvider.System);
    private readonly Queue<ThreadCapture> _captures = new();
    private readonly List<TimeSpan> _rests = [];
    private readonly LockWaitSearch _waits;
    private TimeSpan _runsAfter = TimeSpan.MaxValue;
    private long _cpu;

    public LockWaitSearchTests() => _waits = new LockWaitSearch(new NearMissCapture(_captures.Dequeue), _store, _ => _cpu, Rest);

    [Fact]
    public void Run_ThreadThatWaitsInBoth_IsANearMissOfItsLengthWithItsStackFirst()
    {
        _runsAfter = TimeSpan.FromSeconds(1.5);
        Captured(Thread(Holder, ThreadActivity.Sleeping, "Reload"), Thread(Waiter, ThreadActivity.WaitingForMonitor, "Read"));
        Captured(Thread(Holder, ThreadActivity.Sleeping, "Reload"), Thread(Waiter, ThreadActivity.WaitingForMonitor, "Read", waits: 1.02));

        _waits.Run();

        var miss = Assert.Single(_store.Read().Worst);
        Assert.Equal((NearMissKind.Lock, TimeSpan.FromSeconds(1.5)), (miss.Kind, miss.Lasted));
        Assert.Equal(["Sample.Prices.Read()", "Sample.Prices.Reload()"], miss.Groups.Select(group => group.Frames[0].Method));
        Assert.False(_waits.WasVain);
    }

    [Fact]
    public void Run_NobodyWaitsForALock_IsOverAfterOneCapture()
    {
        Captured(Thread(Holder, ThreadActivity.Sleeping, "Reload"), Thread(Waiter, ThreadActivity.WaitingForTask, "Read"));

        _waits.Run();

        Assert.Empty(_rests);
        Assert.True(_waits.WasVain);
    }

    [Fact]
    public void Run_ThreadThatHasRunInBetween_IsNone()
    {
        Captured(Thread(Waiter, ThreadActivity.WaitingForLock, "Read"));
        Captured(Thread(Waiter, ThreadActivity.WaitingForLock, "Read", waits: 0.4));

        _waits.Run();

        Assert.Equal(0, _store.Read().Count);
        Assert.True(_waits.WasVain);
    }

    [Fact]
    public void Run_OtherThreadThatWaitsLater_IsNone()
    {
        Captured(Thread(Waiter, ThreadActivity.WaitingForMonitor, "Read"));
        Captured(Thread(Waiter + 1, ThreadActivity.WaitingForMonitor, "Read", waits: 30));

        _waits.Run();

        Assert.Equal(0, _store.Read().Count);
    }

    [Fact]
    public void Run_WaitThatDoesNotEnd_IsToldOnceAndAgainWhenTheThreadHasRun()
    {
        for (var turn = 0; turn < 2; turn++)
        {
            Captured(Thread(Waiter, ThreadActivity.WaitingForMonitor, "Read"));
            Captured(Thread(Waiter, ThreadActivity.WaitingForMonitor, "Read", waits: 1.02));
            _waits.Run();
            Captured(Thread(Waiter, ThreadActivity.WaitingForMonitor, "Read", waits: 11));
            _waits.Run();
            Assert.Equal(turn + 1, _store.Read().Count);
            _cpu++;
        }

        Assert.All(_store.Read().Worst, miss => Assert.Equal(TimeSpan.FromSeconds(10), miss.Lasted));
        Assert.Empty(_captures);
    }

    [Fact]
    public void Run_CaptureThatFails_LetsTheNextLookBegin()
    {
        Assert.Throws<InvalidOperationException>(_waits.Run);

        Assert.True(_waits.TryStart());
    }

    private void Captured(params CapturedThread[] threads) =>
        _captures.Enqueue(new ThreadCapture { Method = ThreadCaptureMethod.InProcess, CapturedAt = DateTimeOffset.UtcNow, Threads = threads });

    private void Rest(TimeSpan time)
    {
        _rests.Add(time);
        _cpu += _rests.Aggregate(TimeSpan.Zero, (sum, rest) => sum + rest) == _runsAfter ? 1 : 0;
    }

    private static CapturedThread Thread(int id, ThreadActivity state, string method, double? waits = null) => new()
    {
        OSThreadId = id,
        ManagedThreadId = id,
        Role = ThreadRole.User,
        State = state,
        WaitsSince = waits is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
        Frames = [new CapturedFrame { Method = $"Sample.Prices.{method}()", Type = "Sample.Prices", Name = method, Assembly = "Sample", Owner = CodeOwner.Service }],
    };
}
