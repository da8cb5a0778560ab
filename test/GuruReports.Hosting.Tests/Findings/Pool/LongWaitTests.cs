using GuruReports.Inspection.Snapshot.Model.Async;
using GuruReports.Inspection.Snapshot.Model.Calls;
using GuruReports.Inspection.Snapshot.Model.Queues;
using GuruReports.Inspection.Threads;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;
using static GuruReports.Hosting.Tests.Findings.ThreadBuilder;

namespace GuruReports.Hosting.Tests.Findings.Pool;

public class LongWaitTests
{
    private static readonly TimeSpan s_long = TimeSpan.FromSeconds(8);

    [Fact]
    public void Evaluate_OneThreadHasSentForLong_LongWaitNamesIt()
    {
        var finding = Assert.Single(new ReportBuilder().With(Since(s_long, Sending(1))).Findings());

        Assert.Equal(("GURU049", FindingSeverity.Information, FindingCertainty.Suspected), (finding.Id, finding.Severity, finding.Certainty));
        Assert.Equal("1 thread waits for something else than work, for 8 s: Bank.Feed.Push() Feed.cs:7, in a call on a socket", finding.Summary);
    }

    [Fact]
    public void Evaluate_OneThreadHasSentForAMinute_LongWaitIsAWarning()
    {
        var finding = Assert.Single(new ReportBuilder().With(Since(TimeSpan.FromSeconds(70), Sending(1))).Findings());

        Assert.Equal(FindingSeverity.Warning, finding.Severity);
    }

    [Fact]
    public void Evaluate_ThreadsGatherAtABarrier_LongWaitThoughTheyLookUpNowAndThen()
    {
        var report = new ReportBuilder().With(3, number => Thread(number).At("Bank.Phases", "Run", 7).Through("System.Threading.Barrier", "SignalAndWait").Set(static thread => thread with { State = ThreadActivity.WaitingForHandle }));

        var finding = Assert.Single(report.Findings());

        Assert.StartsWith("3 threads wait for something else than work: ", finding.Summary, StringComparison.Ordinal);
    }

    public static TheoryData<string> IdleWays => ["sleeps", "waits for a queue", "reads a socket", "waits for a task", "joins", "waits for an event"];

    [Theory]
    [MemberData(nameof(IdleWays))]
    public void Evaluate_AThreadOfItsOwnHasNothingToDo_Nothing(string way)
    {
        var thread = Thread(1).At("Bank.Loop", "Run", 7);
        thread = way switch
        {
            "sleeps" => thread.Sleeping(),
            "waits for a queue" => thread.TakingFromBlockingCollection(),
            "reads a socket" => thread.ReadingSocket(),
            "waits for a task" => thread.WaitingForTask(),
            "joins" => thread.JoiningThread(),
            _ => thread.Set(static thread => thread with { State = ThreadActivity.WaitingForHandle }),
        };

        Assert.Empty(new ReportBuilder().With(Since(TimeSpan.FromHours(1), thread)).Findings());
    }

    [Fact]
    public void Evaluate_AWorkerWaitsForAnEvent_LongWait()
    {
        var worker = Since(s_long, Worker(1).At("Bank.Loop", "Run", 7).Set(static thread => thread with { State = ThreadActivity.WaitingForHandle }));

        Assert.Equal("GURU049", Assert.Single(new ReportBuilder().With(worker).Findings()).Id);
    }

    [Fact]
    public void Evaluate_TheWaitIsToldByAGraverFinding_ToldOnce()
    {
        var report = new ReportBuilder().With(25, number => Since(s_long, Thread(number).At("Bank.Store", "Save", 7).EnteringMonitor()));

        Assert.Equal(["GURU001"], report.Findings().Select(static finding => finding.Id));
    }

    [Theory]
    [InlineData(40_000L, null, "for 40 s")]
    [InlineData(null, 40_000L, "for at least 40 s")]
    [InlineData(1_000L, 40_000L, "for at least 40 s")]
    [InlineData(null, 8_000L, null)]
    public void Evaluate_ACallOutOfNoKnownRequestHasNoAnswer_LongWaitSaysForHowLongAtLeast(long? age, long? atLeast, string? expected)
    {
        var call = new OutgoingCall { Library = "HttpClient", Name = "GET bank/rates", State = CallState.WaitingForHeaders, Count = 1, OldestMilliseconds = age, AtLeastMilliseconds = atLeast, Chains = [1] };
        var report = new ReportBuilder().WithSnapshot(snapshot => snapshot with
        {
            Async = new AsyncSnapshot { PendingMethods = 1, LogicalStacks = 1, Chains = [Some.Chain(1, 1, AwaitKind.Socket, "a socket", "Bank.Rates.LoadAsync")] },
            Calls = new CallsSnapshot { Calls = [call] },
        });

        var finding = report.Findings().SingleOrDefault(static finding => finding.Id == "GURU049");

        Assert.Equal(expected is null ? null : $"1 async call waits for something that should come soon, {expected}: async Bank.Rates.LoadAsync Bank.cs:10, awaiting a socket", finding?.Summary);
    }

    [Theory]
    [InlineData(nameof(AwaitKind.Semaphore), 8_000, 1)]
    [InlineData(nameof(AwaitKind.Semaphore), 800, 0)]
    [InlineData(nameof(AwaitKind.Delay), 8_000, 0)]
    [InlineData(nameof(AwaitKind.ChannelRead), 8_000, 0)]
    public void Evaluate_OneRequestAwaits_LongWaitOnlyWhereItIsOldAndHasToCome(string kind, long age, int expected)
    {
        var chain = Some.Chain(1, 1, Enum.Parse<AwaitKind>(kind), "it", "Bank.Desk.PayAsync") with
        {
            WorksFor = [new WorkShare { Kind = WorkKind.Request, Name = "GET /pay", Count = 1, OldestMilliseconds = age }],
        };
        var report = new ReportBuilder().WithSnapshot(snapshot => snapshot with { Async = new AsyncSnapshot { PendingMethods = 1, LogicalStacks = 1, Chains = [chain] } });

        Assert.Equal(expected, report.Findings().Count(finding => finding.Id == "GURU049"));
    }

    [Theory]
    [InlineData(100, 1L, 1)]
    [InlineData(100, null, 1)]
    [InlineData(100, 0L, 0)]
    [InlineData(99, 1L, 0)]
    public void Evaluate_NobodyReadsAQueue_LongWaitOnlyWhereItIsFullAndSomebodyMayWaitForRoom(long length, long? writers, int expected)
    {
        var queue = new LibraryQueue { Kind = "output of a dataflow block", TypeName = "Block", Address = 0x30, Length = length, Capacity = 100, IsFull = length == 100, WritersWaiting = writers, Places = ["Pipeline.t"], ReaderChains = [] };
        var report = new ReportBuilder().WithSnapshot(snapshot => snapshot with { Queues = new QueuesSnapshot { Queues = [queue] } });

        Assert.Equal(expected, report.Findings().Count(finding => finding.Id == "GURU049" && finding.Summary.EndsWith("Pipeline.t (output of a dataflow block), 100 of 100", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(true, false, 1)]
    [InlineData(false, false, 0)]
    [InlineData(true, true, 0)]
    public void Evaluate_AFullQueueHandsOnUnderAConditionToWhatHasRoom_LongWaitSaysThatNothingTakesWhatComesFirst(bool hasCondition, bool isFull, int expected)
    {
        var queue = new LibraryQueue
        {
            Kind = "output of a dataflow block", TypeName = "Block", Address = 0x30, Length = 3, Capacity = 3, IsFull = true, WritersWaiting = 1, Places = ["Shop.Votes._in"], ReaderChains = [],
            Links = [new QueueLink("Shop.Votes._count", 0x40, isFull, hasCondition)],
        };
        var report = new ReportBuilder().WithSnapshot(snapshot => snapshot with { Queues = new QueuesSnapshot { Queues = [queue] } });

        Assert.Equal(expected, report.Findings().Count(static finding => finding.Summary.StartsWith("a queue is full and what comes first in it fits the condition of no link (Votes._count), though there is room", StringComparison.Ordinal)));
    }

    private static ThreadBuilder Since(TimeSpan time, ThreadBuilder thread) => thread.Set(captured => captured with { WaitsSince = time });

    private static ThreadBuilder Sending(int number) =>
        Thread(number).At("Bank.Feed", "Push", 7).Through("System.Net.Sockets.NetworkStream", "Write").Set(static thread => thread with { State = ThreadActivity.InSocketCall });
}
