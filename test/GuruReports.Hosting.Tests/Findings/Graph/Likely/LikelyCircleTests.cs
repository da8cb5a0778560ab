using GuruReports.Inspection.Snapshot.Model;
using GuruReports.Inspection.Snapshot.Model.Async;
using GuruReports.Inspection.Snapshot.Model.Calls;
using GuruReports.Inspection.Snapshot.Model.Queues;
using GuruReports.Inspection.Snapshot.Model.Threads;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;
using static GuruReports.Hosting.Tests.Findings.ThreadBuilder;

namespace GuruReports.Hosting.Tests.Findings.Graph.Likely;

public class LikelyCircleTests
{
    private static readonly SnapshotLock s_gate = Some.MonitorLock(0x20, null) with { Kind = LockKind.Semaphore, OwnerUnknown = "a semaphore does not record who entered", HolderEnded = false, CurrentCount = 0, AsyncWaiters = 4 };

    [Fact]
    public void Add_OnlyReaderOfAFullQueueWritesToIt_DeadlockNamesTheQueue()
    {
        var finding = Crawler(ReadBy([1])).Findings()[0];

        Assert.Equal(("GURU001", FindingCertainty.Likely), (finding.Id, finding.Certainty));
        Assert.Equal("1 async method waits for itself, 6 async calls behind them", finding.Summary);
        Assert.Equal("async Bank.Crawler.Visit Bank.cs:10  waits for room in Bank.Crawler._todo (channel), 20 of 20 in it, of which it is itself the only reader", finding.Evidence[0]);
    }

    [Fact]
    public void Add_FullQueueHasAnotherReader_NoDeadlock()
    {
        Assert.DoesNotContain(Crawler(ReadBy([1, 3])).Findings(), static finding => finding.Id == "GURU001");
    }

    [Fact]
    public void Add_ThreadThatTakesWaitsForAPlaceInItsOwnQueue_DeadlockNamesTheThread()
    {
        var report = new ReportBuilder()
            .With(Thread(7).At("Bank.Printer", "Print", 12).TakingFromBlockingCollection())
            .WithSnapshot(snapshot => snapshot with
            {
                Locks = [s_gate with { Address = 0x31, Waiters = [7], AsyncWaiters = null }],
                Queues = new QueuesSnapshot { Queues = [ReadBy(null) with { Kind = "BlockingCollection", Inner = [0x30, 0x31], ReaderThreads = [7] }] },
            });

        var finding = report.Findings()[0];

        Assert.Equal("GURU001", finding.Id);
        Assert.Contains("#7", finding.Evidence[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(9_000, true)]
    [InlineData(2_000, false)]
    public void Add_CallToTheServiceItselfNeedsTheSemaphoreThatItIsMadeIn_DeadlockWhereAllHaveStoodForLong(long age, bool stands)
    {
        var report = SelfCall(age, "9d2e");

        Assert.Equal(stands, report.Findings().Any(static finding => finding.Id == "GURU001"));
    }

    [Fact]
    public void Add_CallToTheServiceItself_SaysWhatItRestsOnAndHoldsTheSemaphore()
    {
        var finding = SelfCall(9_000, "9d2e").Findings()[0];

        Assert.Equal("2 async methods wait for each other, 3 async calls behind them", finding.Summary);
        Assert.Contains(finding.Evidence, static line => line.StartsWith("it is likely, not proven, that GET /part is the call of GET /sum", StringComparison.Ordinal));
        Assert.Contains(finding.Evidence, static line => line.StartsWith("it is likely, not proven, that async Bank.Sums.SumAsync Bank.cs:10 is inside the semaphore", StringComparison.Ordinal));
        Assert.Contains(finding.Evidence, static line => line.StartsWith("consequence: SEMAPHORE", StringComparison.Ordinal));
    }

    [Fact]
    public void Add_RequestOfAnotherTrace_NoDeadlock()
    {
        Assert.DoesNotContain(SelfCall(9_000, "77aa").Findings(), static finding => finding.Id == "GURU001");
    }

    [Fact]
    public void Add_CommandRunsInsideASemaphoreThatTheOwnerOfATransactionWaitsFor_Deadlock()
    {
        var sells = Some.Chain(1, 1, AwaitKind.Socket, "a socket", "Bank.Stock.SellAsync") with { WorksFor = [Request("GET /sell", 9_000, "a1")] };
        var counts = Some.Chain(2, 1, AwaitKind.Semaphore, "a SemaphoreSlim", "Bank.Stock.CountAsync") with { WorksFor = [Request("GET /count", 9_500, "b2")] };
        var others = Some.Chain(3, 3, AwaitKind.Semaphore, "a SemaphoreSlim", "Bank.Stock.SellAsync") with { WorksFor = [Request("GET /sell", 8_000, "c3")] };
        var report = new ReportBuilder().WithSnapshot(snapshot => snapshot with
        {
            Locks = [s_gate],
            Async = Chains(sells, At(counts, 0x20), At(others, 0x20)),
            Calls = new CallsSnapshot
            {
                Calls = [new OutgoingCall { Library = "Npgsql", Name = "update stock", State = CallState.Executing, Count = 1, Chains = [1] }],
                Pools = [new LibraryPool { Library = "Npgsql", Address = 0x50, Lends = "database connections", Peer = "db:5432", InUse = 2, Holders = [new PoolHolder { Chain = 1, Count = 1 }, new PoolHolder { Chain = 2, Count = 1, Does = PoolHolder.InTransaction }] }],
            },
        });

        var finding = report.Findings()[0];

        Assert.Equal("GURU001", finding.Id);
        Assert.Contains(finding.Evidence, static line => line.Contains("\"update stock\" waits for a lock of the transaction that async Bank.Stock.CountAsync Bank.cs:10 has open", StringComparison.Ordinal));
    }

    [Fact]
    public void Add_TwoThatEachWaitForAnEmptyQueueWhichTheOtherWrites_Nothing()
    {
        var report = new ReportBuilder().WithSnapshot(snapshot => snapshot with
        {
            Queues = new QueuesSnapshot { Waited = [Empty(0x41, reader: 1, writer: 2), Empty(0x42, reader: 2, writer: 1)] },
            Async = Chains(Some.Chain(1, 1, AwaitKind.ChannelRead, "empty", "Bank.Left.RunAsync"), Some.Chain(2, 1, AwaitKind.ChannelRead, "empty", "Bank.Right.RunAsync")),
        });

        Assert.Empty(report.Findings());
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public void Add_TwoThatWaitForRepliesOfEachOther_DeadlockWhereItIsPlainWhoBringsThem(bool others, bool circle)
    {
        var report = new ReportBuilder().WithSnapshot(snapshot => snapshot with
        {
            Queues = new QueuesSnapshot
            {
                Queues = [ReadBy([1]) with { Capacity = null, IsFull = false, Length = 3, WritersWaiting = null }],
                Replies = [new AwaitedReply { Chain = 1, Count = 1, HeldBy = others ? [2, 4] : [2] }, new AwaitedReply { Chain = 2, Count = 1, Queue = 0x40, ReadBy = [1] }, new AwaitedReply { Chain = 3, Count = 1, HeldBy = [1] }, new AwaitedReply { Chain = 3, Count = 2, Queue = 0x40, ReadBy = [1] }],
            },
            Async = Chains(
                Some.Chain(1, 1, AwaitKind.CompletionSource, "TaskCompletionSource", "Bank.OrderDesk.AskAsync"),
                Some.Chain(2, 1, AwaitKind.CompletionSource, "TaskCompletionSource", "Bank.StockDesk.AskAsync"),
                Some.Chain(3, 3, AwaitKind.CompletionSource, "TaskCompletionSource", "Bank.Customer.BuyAsync"),
                Some.Chain(4, 1, AwaitKind.Delay, "Task.Delay", "Bank.Other.RunAsync")),
        });

        var found = report.Findings().FirstOrDefault(static finding => finding.Id == "GURU001");

        Assert.Equal(circle, found is not null);
        Assert.Equal(circle ? "2 async methods wait for each other, 3 async calls behind them" : null, found?.Summary);
    }

    private static ReportBuilder Crawler(LibraryQueue queue) => new ReportBuilder().WithSnapshot(snapshot => snapshot with
    {
        Queues = new QueuesSnapshot { Queues = [queue] },
        Async = Chains(
            Some.Chain(1, 1, AwaitKind.ChannelWrite, "full", "Bank.Crawler.Visit"),
            Some.Chain(2, 6, AwaitKind.ChannelWrite, "full", "Bank.Crawler.AddAsync"),
            Some.Chain(3, 1, AwaitKind.Delay, "Task.Delay", "Bank.Crawler.WaitAsync")),
    });

    private static ReportBuilder SelfCall(long age, string trace)
    {
        var inside = Some.Chain(1, 1, AwaitKind.Socket, "a socket", "Bank.Sums.SumAsync") with { WorksFor = [Request("GET /sum", age + 100, "9d2e")] };
        var part = Some.Chain(2, 1, AwaitKind.Semaphore, "a SemaphoreSlim", "Bank.Sums.PartAsync") with { WorksFor = [Request("GET /part", age, trace)] };
        var others = Some.Chain(3, 3, AwaitKind.Semaphore, "a SemaphoreSlim", "Bank.Sums.SumAsync") with { WorksFor = [Request("GET /sum", age, "11ff")] };
        return new ReportBuilder().WithSnapshot(snapshot => snapshot with
        {
            Locks = [s_gate],
            Async = Chains(inside, At(part, 0x20), At(others, 0x20)),
            Calls = new CallsSnapshot { Calls = [new OutgoingCall { Library = "HttpClient", Name = "GET bank:80/part", State = CallState.WaitingForHeaders, Count = 1, Chains = [1] }] },
        });
    }

    private static LibraryQueue ReadBy(IReadOnlyList<int>? chains) =>
        new() { Kind = "channel", TypeName = "Channel", Address = 0x40, Length = 20, Capacity = 20, IsFull = true, WritersWaiting = 7, Places = ["Bank.Crawler._todo"], ReaderChains = chains };

    private static LibraryQueue Empty(ulong address, int reader, int writer) =>
        new() { Kind = "channel", TypeName = "Channel", Address = address, Length = 0, ReadersWaiting = 1, ReaderChains = [reader], WriterChains = [writer] };

    private static AsyncChain At(AsyncChain chain, ulong semaphore) => chain with { Awaits = chain.Awaits with { Details = [new AwaitDetail { Address = semaphore, Text = "", Count = chain.Count }] } };

    private static WorkShare Request(string name, long age, string trace) => new() { Kind = WorkKind.Request, Name = name, Count = 1, OldestMilliseconds = age, TraceId = trace };

    private static AsyncSnapshot Chains(params AsyncChain[] chains) => new() { PendingMethods = chains.Length, LogicalStacks = chains.Length, Chains = chains };
}
