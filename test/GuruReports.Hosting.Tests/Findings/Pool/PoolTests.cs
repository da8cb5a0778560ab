using GuruReports.Hosting.Facts.Runtime;
using GuruReports.Inspection.Snapshot.Model.Async;
using GuruReports.Inspection.Snapshot.Model.Pool;
using GuruReports.Inspection.Snapshot.Model.Queues;
using GuruReports.Inspection.Snapshot.Model.Threads;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;
using static GuruReports.Hosting.Tests.Findings.ThreadBuilder;

namespace GuruReports.Hosting.Tests.Findings.Pool;

public class PoolTests
{
    [Fact]
    public void Evaluate_WorkersBlockedOnSockets_Starvation()
    {
        var report = Pool(pending: 398).With(61, number => Worker(number).At("Bank.Quotes", "Fetch", 52).ReadingSocket());

        var finding = Assert.Single(report.Findings());

        Assert.Equal("GURU003", finding.Id);
        Assert.Equal(FindingSeverity.Critical, finding.Severity);
        Assert.Equal("thread pool: 61 of 61 workers blocked in a call on a socket, 398 items waiting to run", finding.Summary);
        Assert.StartsWith("61 threads at Bank.Quotes.Fetch() Quotes.cs:52, in a call on a socket", finding.Evidence[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluate_WorkersBlockedButNothingWaits_NoStarvation()
    {
        var report = Pool(pending: 0).With(61, number => Worker(number).At("Bank.Quotes", "Fetch", 52).ReadingSocket());

        Assert.Empty(report.Findings());
    }

    [Fact]
    public void Evaluate_WorkWaitsButWorkersIdle_NoStarvation()
    {
        var report = Pool(pending: 30).With(8, number => Worker(number).Idle());

        Assert.Empty(report.Findings());
    }

    [Fact]
    public void Evaluate_WorkersBlockedOnTasks_SyncOverAsyncWithTheAsyncChain()
    {
        var report = Pool(pending: 398)
            .With(20, number => Worker(number).At("Bank.Orders", "Load", 52).WaitingForTask())
            .WithSnapshot(snapshot => snapshot with
            {
                Threads = [.. Enumerable.Range(0, 20).Select(BlockedOnChain)],
                Async = new AsyncSnapshot { PendingMethods = 20, LogicalStacks = 20, Chains = [Some.Chain(7, 20, AwaitKind.Queued, "queued", "Bank.Db.QueryAsync", "Bank.Orders.LoadAsync")] },
            });

        var finding = Assert.Single(report.Findings());

        Assert.Equal("GURU004", finding.Id);
        Assert.Equal(FindingSeverity.Critical, finding.Severity);
        Assert.Contains(finding.Evidence, line => line.StartsWith("20 threads at Bank.Orders.Load() Orders.cs:52, waiting for a Task", StringComparison.Ordinal));
        Assert.Contains(finding.Evidence, line => line.StartsWith("20 of them wait for async Bank.Db.QueryAsync Bank.cs:10 → ready, but queued", StringComparison.Ordinal));
    }

    [Fact]
    public void Evaluate_MainThreadWaitsInHostRun_Nothing()
    {
        var report = Pool(pending: 0).With(Thread(1).At("Bank.Program", "Main", 9).WaitingForTask());

        Assert.Empty(report.Findings());
    }

    [Fact]
    public void Evaluate_WorkersInParallelLoop_NoSyncOverAsync()
    {
        var report = Pool(pending: 0).With(8, number => Worker(number).At("Bank.Matrix", "Multiply", 9).InParallelLoop());

        Assert.Empty(report.Findings());
    }

    [Fact]
    public void Evaluate_WorkersComputeAndWorkWaits_OverloadTakesTheHotThreadsWithIt()
    {
        var report = Pool(pending: 400).With(5, number => Worker(number).At("Bank.Thumbs", "Render", 21).UsingCpu(0.95));

        var finding = Assert.Single(report.Findings());

        Assert.Equal("GURU030", finding.Id);
        Assert.Contains(finding.Evidence, line => line.StartsWith("consequence: SPINNING", StringComparison.Ordinal));
    }

    [Fact]
    public void Evaluate_OneThreadUsesAWholeCpu_SpinningWithItsPlace()
    {
        var report = new ReportBuilder().With(Thread(17).Named("sweeper").At("Bank.Sweeper", "Run", 8).At("Bank.Sweeper", "Poll", 21).UsingCpu(0.98));

        var finding = Assert.Single(report.Findings());

        Assert.Equal("GURU005", finding.Id);
        Assert.Equal("#17 \"sweeper\", tid 4717: 98 % of a CPU, 29 s so far, at Bank.Sweeper.Poll() Sweeper.cs:21", finding.Evidence[0]);
        Assert.Equal("  called by Bank.Sweeper.Run() Sweeper.cs:8", finding.Evidence[1]);
    }

    [Fact]
    public void Evaluate_ThreadWantsAWholeCpuOnABusyMachine_SpinningAndSaysThatItWaited()
    {
        var report = new ReportBuilder().With(Thread(17).At("Bank.Sweeper", "Poll", 21).UsingCpu(0.1).WaitingForCpu(0.88));

        var finding = Assert.Single(report.Findings());

        Assert.Equal("GURU005", finding.Id);
        Assert.Contains("98 % of a CPU wanted (it had to wait for one), 3 s so far", finding.Evidence[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    public void Evaluate_WokenThreadsWaitForTheirTurnOnABusyMachine_Nothing(int threads)
    {
        var report = new ReportBuilder().With(threads, number => Thread(number).At("Bank.Orders", "Consume", 21).UsingCpu(0.02).WaitingForCpu(0.03).Set(static thread => thread with { CpuDemand = 0.98 }));

        Assert.Empty(report.Findings());
    }

    [Fact]
    public void Evaluate_ThreadsYieldTheirTurnsToOthersAllTheTime_SpinningThoughTheyHadHardlyAnyCpu()
    {
        var report = new ReportBuilder().With(6, number => Thread(number).At("Bank.Orders", "Consume", 21).UsingCpu(0.02).WaitingForCpu(0.96).Set(static thread => thread with { CpuDemand = 0.98 }));

        Assert.Equal("GURU005", Assert.Single(report.Findings()).Id);
    }

    [Fact]
    public void Evaluate_ThreadPausesEachTimeOnABusyMachine_NoSpinning()
    {
        var report = new ReportBuilder().With(Thread(17).At("Bank.Sweeper", "Poll", 21).UsingCpu(0.3).WaitingForCpu(0.62));

        Assert.DoesNotContain(report.Findings(), static finding => finding.Id == "GURU005");
    }

    [Theory]
    [InlineData(null, true, "  reads channel Orders._in, 40 in it")]
    [InlineData(true, true, "  reads channel Orders._in, 40 in it, and nothing was taken out since the previous report")]
    [InlineData(false, false, null)]
    public void Evaluate_ThreadWithAWholeCpuReadsAQueue_SpinningUnlessItIsKnownToGetOn(bool? isUntaken, bool spins, string? expected)
    {
        var queue = new LibraryQueue { Kind = "channel", TypeName = "Channel", Address = 0x30, Length = 40, Places = ["Bank.Orders._in"], ReaderChains = [], ReaderThreads = [17] };
        var report = new ReportBuilder()
            .With(Thread(17).At("Bank.Orders", "Consume", 21).UsingCpu(0.98))
            .With(new QueueFacts(new Dictionary<ulong, QueueChange> { [0x30] = new QueueChange(40, TimeSpan.FromSeconds(30), isUntaken) }))
            .WithSnapshot(snapshot => snapshot with { Queues = new QueuesSnapshot { Queues = [queue] } });

        var finding = report.Findings().SingleOrDefault(static finding => finding.Id == "GURU005");

        Assert.Equal(spins, finding is not null);
        Assert.Equal(expected, finding?.Evidence.FirstOrDefault(static line => line.StartsWith("  reads", StringComparison.Ordinal)));
    }

    [Fact]
    public void Evaluate_ThreadPollsASocketWithAWholeCpu_SpinningThoughItIsInTheCall()
    {
        var report = new ReportBuilder().With(Thread(17).At("Bank.Modem", "Poll", 21).ReadingSocket().UsingCpu(0.95));

        var finding = Assert.Single(report.Findings());

        Assert.Equal("GURU005", finding.Id);
    }

    [Theory]
    [InlineData(3, "3 threads use a whole CPU each without a pause, in Bank.Sweeper.Poll")]
    [InlineData(6, "6 threads want a whole CPU each without a pause, in Bank.Sweeper.Poll; there are 4")]
    public void Evaluate_SeveralSpin_SaysWhenThereAreFewerCpus(int threads, string expected)
    {
        var report = new ReportBuilder().With(Some.Runtime).With(threads, number => Thread(number).At("Bank.Sweeper", "Poll", 21).UsingCpu(0.3).WaitingForCpu(0.68));

        var finding = Assert.Single(report.Findings());

        Assert.Equal(expected, finding.Summary);
    }

    [Fact]
    public void Evaluate_ThreadUsesHalfACpu_Nothing()
    {
        var report = new ReportBuilder().With(Thread(17).At("Bank.Sweeper", "Poll", 21).UsingCpu(0.5));

        Assert.Empty(report.Findings());
    }

    [Theory]
    [InlineData(40_000, FindingSeverity.Information)]
    [InlineData(100, FindingSeverity.Warning)]
    public void Evaluate_ManyRequestsWithoutAnswer_GraveWhereAnswersMustTakeLong(int completed, FindingSeverity expected)
    {
        var report = new ReportBuilder()
            .With(Some.Runtime with { Change = Some.Change with { CompletedWorkItems = completed } })
            .WithSnapshot(snapshot => snapshot with
            {
                Async = new AsyncSnapshot { PendingMethods = 600, LogicalStacks = 300, Chains = [Some.Chain(1, 300, AwaitKind.Socket, "a socket", "System.Net.Http.HttpConnection.SendAsync", "Bank.AskAsync")] },
            });

        var finding = Assert.Single(report.Findings());

        Assert.Equal("GURU006", finding.Id);
        Assert.Equal(expected, finding.Severity);
        Assert.Equal("300 async calls wait at one place for the answer to an HTTP request", finding.Summary);
        Assert.Equal(expected is FindingSeverity.Warning, finding.Evidence.Contains("by what the thread pool did meanwhile, an answer takes 30 s or more"));
    }

    [Theory]
    [InlineData(AwaitKind.CompletionSource, 300, 1)]
    [InlineData(AwaitKind.ChannelWrite, 300, 1)]
    [InlineData(AwaitKind.CompletionSource, 49, 0)]
    [InlineData(AwaitKind.Delay, 300, 0)]
    [InlineData(AwaitKind.Socket, 300, 0)]
    [InlineData(AwaitKind.ChannelRead, 300, 0)]
    public void Evaluate_ManyChainsAtOneAwait_StalledOnlyWhereSomebodyMustBringIt(object kind, int count, int expected)
    {
        var report = new ReportBuilder().WithSnapshot(snapshot => snapshot with
        {
            Async = new AsyncSnapshot { PendingMethods = count, LogicalStacks = count, Chains = [Some.Chain(1, count, (AwaitKind)kind, "it", "Bank.AskAsync", "Bank.HandleAsync")] },
        });

        var findings = report.Findings();

        Assert.Equal(expected, findings.Count(finding => finding.Id == "GURU006" && finding.Evidence[0].Contains("Bank.AskAsync", StringComparison.Ordinal)));
        Assert.Equal(expected, findings.Count);
    }

    [Fact]
    public void Evaluate_StarvedBehindADeadlock_OnlyTheDeadlockStandsAlone()
    {
        var report = Pool(pending: 398)
            .With(30, number => Worker(number).At("Bank.Tellers", "Show", 12).EnteringMonitor())
            .WithSnapshot(snapshot => snapshot with
            {
                DeadlockCycles = [new DeadlockCycle { Parties = [new DeadlockParty { ManagedId = 0, WaitsFor = "#1" }, new DeadlockParty { ManagedId = 1, WaitsFor = "#0" }], Behind = [.. Enumerable.Range(2, 28)] }],
            });

        var finding = Assert.Single(report.Findings());

        Assert.Equal("GURU001", finding.Id);
        Assert.Contains(finding.Evidence, line => line.StartsWith("consequence: STARVATION", StringComparison.Ordinal));
    }

    [Fact]
    public void Evaluate_ManyEqualThreads_ThreadsWithTheirPlace()
    {
        var report = new ReportBuilder().With(120, number => Thread(number).Named($"mail-{number}").At("Bank.Mailer", "Send", 30).ReadingSocket());

        var finding = Assert.Single(report.Findings());

        Assert.Equal("GURU023", finding.Id);
        Assert.Contains("Bank.Mailer.Send()", finding.Evidence[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluate_ThreadsNamedByIdsWithoutOwnCode_OneKindWithoutTheIds()
    {
        var report = new ReportBuilder().With(120, number => Thread(number).Named($"lease {Guid.CreateVersion7()}").ReadingSocket());

        Assert.Equal("120 threads named like \"lease …\" have piled up", Assert.Single(report.Findings()).Summary);
    }

    [Fact]
    public void Evaluate_EqualThreadsOfWhichSomeShowNoOwnCode_OneFinding()
    {
        var report = new ReportBuilder()
            .With(60, number => Thread(number).Named($"mail-{number}").At("Bank.Mailer", "Send", 30).ReadingSocket())
            .With(60, number => Thread(100 + number).Named($"mail-{number}").ReadingSocket().Running("Bank.Mailer.Start+lambda()"))
            .With(60, number => Thread(200 + number).Named($"fax-{number}").ReadingSocket());

        var finding = Assert.Single(report.Findings());

        Assert.Equal("120 threads named like \"mail-0\" have piled up", finding.Summary);
        Assert.StartsWith("60 threads at Bank.Mailer.Send()", finding.Evidence[0], StringComparison.Ordinal);
        Assert.Contains(finding.Evidence, line => line.StartsWith("60 threads run Bank.Mailer.Start+lambda() (compiled into the framework's code)", StringComparison.Ordinal));
    }

    [Fact]
    public void Evaluate_DedicatedThreadsWaitForWork_Nothing()
    {
        var report = Pool(pending: 0)
            .With(30, number => Thread(number).At("Bank.Consumer", "Run", 30).TakingFromBlockingCollection())
            .With(Thread(50).At("Bank.Sweeper", "Run", 8).Sleeping())
            .With(8, number => Worker(60 + number).Idle());

        Assert.Empty(report.Findings());
    }

    [Fact]
    public void Evaluate_ManyTimers_NamesTheirCallback()
    {
        var report = new ReportBuilder().With(Some.Runtime with { ActiveTimers = 20_000 }).WithSnapshot(snapshot => snapshot with
        {
            Timers = new TimerSnapshot { Count = 20_000, Groups = [new TimerGroup { Callback = "Bank.Sessions.Check", Count = 19_990, PeriodMilliseconds = 60_000 }] },
        });

        var finding = Assert.Single(report.Findings());

        Assert.Equal("GURU031", finding.Id);
        Assert.Equal("19990 × Bank.Sessions.Check, every 1 min", finding.Evidence[0]);
    }

    private static ReportBuilder Pool(long pending) => new ReportBuilder().With(Some.RuntimeWithPool(workers: 61, pending));

    private static SnapshotThread BlockedOnChain(int id) => new()
    {
        ManagedId = id,
        OsThreadId = 4700 + id,
        IsPoolThread = true,
        IsBackground = true,
        WaitsFor = new ThreadWait { Kind = WaitKind.Task, ChainId = 7 },
    };
}
