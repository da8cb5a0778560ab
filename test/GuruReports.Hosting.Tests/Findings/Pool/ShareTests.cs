using GuruReports.Inspection.Snapshot.Model.Async;
using GuruReports.Inspection.Snapshot.Model.Queues;
using GuruReports.Inspection.Snapshot.Model.Threads;
using GuruReports.Inspection.Threads;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;
using static GuruReports.Hosting.Tests.Findings.ThreadBuilder;

namespace GuruReports.Hosting.Tests.Findings.Pool;

public class ShareTests
{
    private const string Server = "Microsoft.AspNetCore.Routing.EndpointMiddleware";

    [Fact]
    public void Evaluate_EveryWorkerInARequestSleeps_BlockedWorkers()
    {
        var finding = Assert.Single(Pool().With(5, number => InRequest(number).Sleeping()).Findings(), finding => finding.Severity > FindingSeverity.Information);

        Assert.Equal("GURU046", finding.Id);
        Assert.Contains(finding.Evidence, line => line.Contains("Bank.Desk.Pay()", StringComparison.Ordinal));
    }

    [Fact]
    public void Evaluate_EveryWorkerInARequestReadsASocketShortly_OnlyInformation()
    {
        Assert.All(Pool().With(5, number => InRequest(number).ReadingSocket()).Findings(), finding => Assert.Equal(FindingSeverity.Information, finding.Severity));
    }

    [Theory]
    [InlineData(20, FindingSeverity.Information)]
    [InlineData(900, FindingSeverity.Warning)]
    public void Evaluate_EveryWorkerInARequestSleeps_AgeOfTheRequestsDecides(long age, FindingSeverity expected)
    {
        var work = new WorkShare { Kind = WorkKind.Request, Name = "GET /pay", Count = 1, OldestMilliseconds = age };

        var findings = Pool().With(5, number => InRequest(number).Sleeping().Set(thread => thread with { WorksFor = work })).Findings();

        Assert.Equal(expected, findings.Single(finding => finding.Id == "GURU046").Severity);
    }

    [Fact]
    public void Evaluate_OneRequestComputes_NoBlockedWorkers()
    {
        Assert.DoesNotContain(Pool().With(5, number => InRequest(number).Sleeping()).With(InRequest(9)).Findings(), finding => finding.Id == "GURU046");
    }

    [Fact]
    public void Evaluate_OneOfThePollingWorkersIsAwake_BlockedWorkers()
    {
        var report = Pool().With(4, number => InRequest(number).Sleeping()).With(InRequest(9).UsingCpu(0.02));

        var finding = Assert.Single(report.Findings(), finding => finding.Id == "GURU046");

        Assert.Equal("all 5 workers that answer requests are blocked, sleeping", finding.Summary);
        Assert.Contains("1 more worker at this place was awake at this moment, using hardly any CPU", finding.Evidence);
    }

    [Fact]
    public void Evaluate_RequestsOfManyPlacesStandInOneCall_BlockedWorkersNameTheCallAndForWhomItWaits()
    {
        var work = new WorkShare { Kind = WorkKind.Request, Name = "GET /pay", Count = 1, OldestMilliseconds = 9_000 };
        var report = Pool()
            .With(6, number => Worker(number).Through(Server, "Invoke").At("Bank.Desk", $"Pay{number}", number).Through("Log.Processor", "Enqueue").Set(thread => thread with { State = ThreadActivity.WaitingForPulse, WorksFor = work }))
            .With(Thread(20).Through("Log.Processor", "Run").ReadingPipe());

        var finding = report.Findings()[0];

        Assert.Equal(("GURU046", FindingSeverity.Warning), (finding.Id, finding.Severity));
        Assert.StartsWith("6 threads in Log.Processor.Enqueue (called, among others, by Bank.Desk.Pay", finding.Evidence[0], StringComparison.Ordinal);
        Assert.Contains(finding.Evidence, static line => line.StartsWith("in the end for: 1 thread", StringComparison.Ordinal) && line.Contains("#20", StringComparison.Ordinal));
    }

    [Fact]
    public void Evaluate_RequestsWaitForAPlaceInAFullQueue_NamesTheQueueAndItsReaderAndNoSemaphore()
    {
        var work = new WorkShare { Kind = WorkKind.Request, Name = "GET /pay", Count = 1, OldestMilliseconds = 9_000 };
        var report = Pool()
            .With(6, number => InRequest(number).TakingFromBlockingCollection().Set(thread => thread with { WorksFor = work }))
            .With(Thread(20).At("Bank.WireSink", "Emit", 8).ReadingSocket())
            .WithSnapshot(snapshot => snapshot with
            {
                Locks = [Semaphore(6) with { Address = 0x31, Waiters = [0, 1, 2, 3, 4, 5] }],
                Queues = new QueuesSnapshot { Queues = [new LibraryQueue { Kind = "BlockingCollection", TypeName = "Events", Address = 0x30, Length = 500, Capacity = 500, IsFull = true, WritersWaiting = 6, Inner = [0x31], ReaderChains = [], ReaderThreads = [20] }] },
            });

        var findings = report.Findings();

        Assert.Equal("GURU046", findings[0].Id);
        Assert.DoesNotContain(findings, static finding => finding.Id == "GURU032");
        Assert.Contains("by way of: Events (BlockingCollection), 500 of 500 in it", findings[0].Evidence);
        Assert.Contains(findings[0].Evidence, static line => line.StartsWith("in the end for: 1 thread at Bank.WireSink.Emit() WireSink.cs:8", StringComparison.Ordinal));
    }

    [Fact]
    public void Evaluate_FinalizerHasMuchToDoBecauseCodeIsMade_CompilingStandsAlone()
    {
        var runtime = Some.Runtime with { Change = Some.Change with { CompiledMethods = 20_000, CompileTime = TimeSpan.FromSeconds(5) }, GarbageCollector = Some.Collector with { FinalizationPending = 7000 } };
        var report = new ReportBuilder().With(runtime)
            .With(Worker(1).At("Bank.Rules", "Check", 7).Through("System.Linq.Expressions.Expression<TDelegate>", "Compile"))
            .With(Thread(2).WithRole(ThreadRole.Finalizer).Through("System.Reflection.Emit.DynamicResolver", "Finalize").UsingCpu(0.95));

        var finding = Assert.Single(report.Findings());

        Assert.Equal("GURU047", finding.Id);
        Assert.Contains(finding.Evidence, line => line.StartsWith("consequence: FINALIZER 7000 objects", StringComparison.Ordinal));
    }

    [Fact]
    public void Evaluate_CompilesAllTheTimeInsideOwnCode_CompilingNamesIt()
    {
        var finding = Compiling(Some.Change with { CompiledMethods = 20_000, CompileTime = TimeSpan.FromSeconds(5) }).Findings()[0];

        Assert.Equal(("GURU047", FindingSeverity.Warning), (finding.Id, finding.Severity));
        Assert.Equal("2000 methods are compiled a second, which takes 50 % of a CPU, while Bank.Rules.Check() Rules.cs:7 makes code", finding.Summary);
    }

    [Fact]
    public void Evaluate_CompilesLittle_NoCompiling()
    {
        Assert.Empty(Compiling(Some.Change with { CompiledMethods = 300, CompileTime = TimeSpan.FromSeconds(1) }).Findings());
    }

    [Fact]
    public void Evaluate_WorkersAreBusyBetweenManyItems_ComputingNamesWhatIsQueuedAgain()
    {
        var report = new ReportBuilder()
            .With(Some.RuntimeWithPool(4, pending: 7) with { Change = Some.Change with { CompletedWorkItems = 9_000_000 } })
            .With(2, number => Worker(number).UsingCpu(0.8))
            .WithSnapshot(snapshot => snapshot with
            {
                Async = new AsyncSnapshot { PendingMethods = 7, LogicalStacks = 7, Chains = [Some.Chain(1, 7, AwaitKind.Queued, "queued", "Bank.Cart.WatchAsync")] },
            });

        var finding = Assert.Single(report.Findings());

        Assert.Equal(("GURU037", FindingSeverity.Information), (finding.Id, finding.Severity));
        Assert.Contains("most come from async Bank.Cart.WatchAsync Bank.cs:10", finding.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluate_NearlyAllOwnThreadsHangInOneCall_ThreadsAsInformation()
    {
        var finding = Assert.Single(new ReportBuilder().With(30, number => Thread(number).At("Bank.Scan", "Folder", 3).ReadingSocket()).Findings());

        Assert.Equal(("GURU023", FindingSeverity.Information), (finding.Id, finding.Severity));
    }

    [Fact]
    public void Evaluate_ManyConsumersOfAnEmptyQueue_Nothing()
    {
        var report = new ReportBuilder()
            .With(30, number => Thread(number).At("Bank.Printer", "Consume", 3).TakingFromBlockingCollection())
            .WithSnapshot(snapshot => snapshot with { Locks = [Semaphore(30)] });

        Assert.Empty(report.Findings());
    }

    [Fact]
    public void Evaluate_RequestsWaitForAQueueUsedAsAPool_Semaphore()
    {
        var report = Pool()
            .With(30, number => InRequest(number).TakingFromBlockingCollection())
            .WithSnapshot(snapshot => snapshot with { Locks = [Semaphore(30)] });

        Assert.Contains(report.Findings(), finding => finding.Id == "GURU032");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Evaluate_ManyWaitForACompletion_StalledUnlessThereIsAnAlternative(bool hasAlternative)
    {
        var join = hasAlternative ? AsyncFrameKind.WhenAny : AsyncFrameKind.WhenAll;
        var chain = Some.Chain(1, 60, AwaitKind.CompletionSource, "TaskCompletionSource", "System.Threading.Tasks.Task.Join", "Bank.Inbox.WaitAsync");
        var report = new ReportBuilder().WithSnapshot(snapshot => snapshot with
        {
            Async = new AsyncSnapshot { PendingMethods = 60, LogicalStacks = 60, Chains = [chain with { Frames = [chain.Frames[0] with { Kind = join }, chain.Frames[1]] }] },
        });

        Assert.Equal(!hasAlternative, report.Findings().Any(finding => finding.Id == "GURU006"));
    }

    [Fact]
    public void Evaluate_WhoComesWaitsBehindAReaderThatStays_Convoy()
    {
        var report = new ReportBuilder()
            .With(Thread(1).At("Bank.Routes", "AskPlanner", 9).ReadingSocket())
            .With(4, number => Thread(number + 2).At("Bank.Routes", "Find", 5).EnteringLock())
            .WithSnapshot(snapshot => snapshot with
            {
                Locks = [new SnapshotLock { Kind = LockKind.ReaderWriterLock, Address = 0x20, TypeName = "System.Threading.ReaderWriterLockSlim", Readers = 1, ReaderIds = [1], Waiters = [2, 3, 4, 5] }],
            });

        var finding = report.Findings()[0];

        Assert.Equal("GURU002", finding.Id);
        Assert.Contains(finding.Evidence, line => line.Contains("Bank.Routes.AskPlanner()", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(40_000, true, FindingSeverity.Warning)]
    [InlineData(4_000, true, FindingSeverity.Information)]
    [InlineData(40_000, false, FindingSeverity.Information)]
    public void Evaluate_RequestsStandAtOnePlace_AgeAndWhatTheyWaitForDecide(long age, bool isSocket, FindingSeverity expected)
    {
        var finding = Assert.Single(Requests(WorkKind.Request, 3, age, isSocket ? AwaitKind.Socket : AwaitKind.ChannelRead).Findings());

        Assert.Equal(("GURU042", expected), (finding.Id, finding.Severity));
        Assert.Equal($"3 of 3 requests in flight stand at one place, the oldest for {age / 1000} s: async Bank.Orders.FindAsync Bank.cs:10", finding.Summary);
    }

    [Fact]
    public void Evaluate_OneRequestStandsForLong_InFlight()
    {
        Assert.Equal("GURU042", Assert.Single(Requests(WorkKind.Request, 1, 90_000, AwaitKind.Socket).Findings()).Id);
    }

    [Fact]
    public void Evaluate_StreamsAreOpenForLong_Nothing()
    {
        Assert.Empty(Requests(WorkKind.Stream, 80, 600_000, AwaitKind.CompletionSource).Findings());
    }

    [Theory]
    [InlineData(5_000, FindingSeverity.Information)]
    [InlineData(300_000, FindingSeverity.Warning)]
    public void Evaluate_ManyRequestsWaitForACompletion_StalledWhenTheyOutliveALongPoll(long age, FindingSeverity expected)
    {
        Assert.Equal(expected, Requests(WorkKind.Request, 80, age, AwaitKind.CompletionSource).Findings().Single(finding => finding.Id == "GURU006").Severity);
    }

    [Theory]
    [InlineData(6_000, true)]
    [InlineData(100, false)]
    public void Evaluate_OneWaitsBehindABlockedHolder_ConvoyWhenItsRequestStandsForSeconds(long age, bool isFound)
    {
        var report = new ReportBuilder()
            .With(Worker(1).At("Bank.Prices", "Load", 9).ReadingSocket())
            .With(Worker(2).At("Bank.Menu", "Show", 5).EnteringMonitor().Set(thread => thread with { WorksFor = new WorkShare { Kind = WorkKind.Request, Name = "GET /menu", Count = 1, OldestMilliseconds = age } }))
            .WithSnapshot(snapshot => snapshot with
            {
                Locks = [Some.MonitorLock(0x20, 1, 2)],
            });

        Assert.Equal(isFound, report.Findings().Any(finding => finding.Id == "GURU002"));
    }

    private static ReportBuilder Requests(WorkKind kind, int count, long age, AwaitKind waits) => new ReportBuilder().WithSnapshot(snapshot => snapshot with
    {
        Async = new AsyncSnapshot { PendingMethods = count, LogicalStacks = count, Chains = [Some.Chain(1, count, waits, "what it waits for", "Bank.Orders.FindAsync", "Microsoft.AspNetCore.Http.Protocol.ProcessRequests") with { WorksFor = [new WorkShare { Kind = kind, Name = "GET /orders", Count = count, OldestMilliseconds = age }] }] },
    });

    private static SnapshotLock Semaphore(int waiting) => new()
    {
        Kind = LockKind.Semaphore, Address = 0x10, TypeName = "System.Threading.SemaphoreSlim", CurrentCount = 0, WaiterCount = waiting, Waiters = [.. Enumerable.Range(0, waiting)],
    };

    private static ReportBuilder Pool() => new ReportBuilder().With(Some.RuntimeWithPool(5, pending: 0));

    private static ThreadBuilder InRequest(int number) => Worker(number).Through(Server, "Invoke").At("Bank.Desk", "Pay", 32);

    private static ReportBuilder Compiling(Hosting.Facts.Runtime.RuntimeChange change) => new ReportBuilder()
        .With(Some.Runtime with { Change = change })
        .With(Worker(1).At("Bank.Rules", "Check", 7).Through("System.Linq.Expressions.Expression<TDelegate>", "Compile"));
}
