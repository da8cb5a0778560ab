using GuruReports.Hosting.Facts.Host;
using GuruReports.Hosting.Facts.Resources;
using GuruReports.Inspection.Processes;
using GuruReports.Inspection.Snapshot.Model;
using GuruReports.Inspection.Snapshot.Model.Async;
using GuruReports.Inspection.Snapshot.Model.Calls;
using GuruReports.Inspection.Snapshot.Model.Threads;
using GuruReports.Inspection.Threads;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;
using static GuruReports.Hosting.Tests.Findings.ThreadBuilder;

namespace GuruReports.Hosting.Tests.Findings.Pool;

public class RelativeTests
{
    [Fact]
    public void Evaluate_AllWorkersBlockedWithoutOwnCode_StarvationNamesTheCallAndWhatStandsBehind()
    {
        var report = Pool(pending: 52)
            .With(8, number => Worker(number).ResolvingName())
            .WithSnapshot(snapshot => snapshot with
            {
                Async = new AsyncSnapshot { PendingMethods = 52, LogicalStacks = 52, Chains = [Some.Chain(1, 52, AwaitKind.Queued, "queued", "System.Net.Http.Core.SendAsync", "Bank.Hooks.DeliverAsync")] },
            });

        var finding = Assert.Single(report.Findings());

        Assert.Equal(("GURU003", FindingSeverity.Critical), (finding.Id, finding.Severity));
        Assert.Contains(finding.Evidence, line => line.StartsWith("8 threads in System.Net.Dns.GetHostEntryOrAddressesCore (no code of the service)", StringComparison.Ordinal));
        Assert.Contains("behind them: 52 calls of async Bank.Hooks.DeliverAsync Bank.cs:11", finding.Evidence);
    }

    [Fact]
    public void Evaluate_FewCallersButAllWorkersStand_Starvation()
    {
        var report = Pool(pending: 5).With(5, number => Worker(number).At("Bank.Quotes", "Fetch", 52).ReadingSocket());

        Assert.Equal("GURU003", Assert.Single(report.Findings()).Id);
    }

    [Fact]
    public void Evaluate_FewCallersAndOneWorkerFree_Nothing()
    {
        var report = Pool(pending: 5).With(5, number => Worker(number).At("Bank.Quotes", "Fetch", 52).ReadingSocket()).With(Worker(9).Idle());

        Assert.Empty(report.Findings());
    }

    [Fact]
    public void Evaluate_ThreeRequestsBlockOnAsync_SyncOverAsync()
    {
        var report = Pool(pending: 0).With(3, number => Worker(number).Through("Microsoft.AspNetCore.Routing.EndpointMiddleware", "Invoke").At("Bank.Page", "OnInitialized", 32).WaitingForTask());

        var finding = Assert.Single(report.Findings());

        Assert.Equal(("GURU004", FindingSeverity.Warning), (finding.Id, finding.Severity));
    }

    [Fact]
    public void Evaluate_LoopOfItsOwnBlocksOnAsync_Nothing()
    {
        Assert.Empty(Pool(pending: 0).With(Worker(1).At("Bank.Loop", "Run", 32).WaitingForTask()).Findings());
    }

    [Fact]
    public void Evaluate_CompleterBlocksInAContinuation_InlineContinuation()
    {
        var report = Pool(pending: 0)
            .With(Worker(6)
                .At("Bank.Store", "ReadAsync", 61)
                .Through("System.Threading.Tasks.TaskCompletionSource<String>", "SetResult")
                .Through("System.Threading.Tasks.Task", "RunContinuations")
                .At("Bank.Prices", "LoadDiscount", 77)
                .WaitingForTask())
            .WithSnapshot(snapshot => snapshot with
            {
                Async = new AsyncSnapshot { PendingMethods = 10, LogicalStacks = 10, Chains = [Some.Chain(1, 10, AwaitKind.CompletionSource, "TaskCompletionSource", "Bank.Prices.PriceAsync")] },
            });

        var finding = report.Findings()[0];

        Assert.Equal(("GURU036", FindingSeverity.Critical, FindingCertainty.Certain), (finding.Id, finding.Severity, finding.Certainty));
        Assert.Equal("#6 blocks in Bank.Prices.LoadDiscount on the way out of Bank.Store.ReadAsync, which completes what others wait for: 10 calls wait for such a completion", finding.Summary);
    }

    [Fact]
    public void Evaluate_HandlerWaitsForTheClientThatCalledIt_InlineContinuation()
    {
        var report = Pool(pending: 0)
            .With(Thread(6).At("Bank.Client", "ReceiveLoop", 61).At("Bank.Desk", "OnMessage", 77).WaitingForTask())
            .WithSnapshot(snapshot => snapshot with
            {
                Threads = [new SnapshotThread { ManagedId = 6, OsThreadId = 4706, IsPoolThread = false, IsBackground = true, WaitsFor = new ThreadWait { Kind = WaitKind.Task, ChainId = 1, Target = new AwaitTarget { Kind = AwaitKind.CompletionSource, Text = "TaskCompletionSource" } } }],
                Async = new AsyncSnapshot { PendingMethods = 1, LogicalStacks = 1, Chains = [Some.Chain(1, 1, AwaitKind.CompletionSource, "TaskCompletionSource", "Bank.Client.CallAsync")] },
            });

        Assert.StartsWith("#6 blocks in Bank.Desk.OnMessage on the way out of Bank.Client.ReceiveLoop", report.Findings().Single(finding => finding.Id == "GURU036").Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluate_AsyncMethodEndsAndItsCallerBlocks_NoInlineContinuation()
    {
        var report = Pool(pending: 0).With(Worker(6)
            .At("Bank.Store", "ReadAsync", 61)
            .Through("System.Runtime.CompilerServices.AsyncTaskMethodBuilder<String>", "SetExistingTaskResult")
            .Through("System.Threading.Tasks.Task", "RunContinuations")
            .At("Bank.Prices", "LoadDiscount", 77)
            .WaitingForTask());

        Assert.DoesNotContain(report.Findings(), finding => finding.Id == "GURU036");
    }

    [Fact]
    public void Evaluate_OneMethodTakesMuchCpuOnSeveralThreads_ComputingAsInformation()
    {
        var report = new ReportBuilder().With(Some.Runtime).With(3, number => Worker(number).At("Bank.Import", "TrackGraph", 42).UsingCpu(0.45));

        var finding = Assert.Single(report.Findings());

        Assert.Equal(("GURU037", FindingSeverity.Information), (finding.Id, finding.Severity));
        Assert.Equal("1.4 of 4 CPUs goes into Bank.Import.TrackGraph, on 3 threads", finding.Summary);
    }

    [Fact]
    public void Evaluate_MostRequestsStandAtOnePlace_InFlightAsInformation()
    {
        var finding = Assert.Single(Requests(9, 2).Findings());

        Assert.Equal(("GURU042", FindingSeverity.Information), (finding.Id, finding.Severity));
        Assert.Equal("9 of 11 requests in flight stand at one place: async Bank.Orders.FindAsync Bank.cs:10", finding.Summary);
    }

    [Fact]
    public void Evaluate_RequestsWhoseHandlerHandsOnATask_InFlightNamesTheHandler()
    {
        var handed = Some.Chain(1, 4, AwaitKind.CompletionSource, "TaskCompletionSource", "Microsoft.AspNetCore.Routing.EndpointMiddleware.Invoke");
        var report = new ReportBuilder().WithSnapshot(snapshot => snapshot with
        {
            Async = new AsyncSnapshot { PendingMethods = 4, LogicalStacks = 4, Chains = [handed with { Frames = [.. handed.Frames.Select(static frame => frame with { Owner = CodeOwner.Framework })], WorksFor = [new WorkShare { Kind = WorkKind.Request, Name = "GET /buy", Handler = "Bank.Desk.Buy", Count = 4, OldestMilliseconds = 9_000 }] }] },
        });

        var finding = Assert.Single(report.Findings());

        Assert.Equal("4 of 4 requests in flight stand at one place, the oldest for 9 s: Bank.Desk.Buy (as its endpoint says)", finding.Summary);
    }

    [Theory]
    [InlineData(50, 9_000, true)]
    [InlineData(5_000, 9_000, false)]
    [InlineData(50, 3_000, false)]
    public void Evaluate_RequestsWaitForShortDelays_InFlightSaysThatTheyGoRoundWhereTheyAreOld(long lasts, long age, bool goesRound)
    {
        var polls = Some.Chain(1, 5, AwaitKind.Delay, "Task.Delay", "Microsoft.AspNetCore.Routing.EndpointMiddleware.Invoke", "Bank.Gate.EnterAsync");
        var report = new ReportBuilder().WithSnapshot(snapshot => snapshot with
        {
            Async = new AsyncSnapshot
            {
                PendingMethods = 5,
                LogicalStacks = 5,
                Chains = [polls with { Awaits = polls.Awaits with { DistinctDetails = 1, Details = [new AwaitDetail { Text = "", LastsMilliseconds = lasts, Count = 5 }] }, WorksFor = [new WorkShare { Kind = WorkKind.Request, Name = "GET /gate", Count = 5, OldestMilliseconds = age }] }],
            },
        });

        var finding = Assert.Single(report.Findings());

        Assert.Equal(("GURU042", goesRound), (finding.Id, finding.Summary.Contains("wait again and again at one place", StringComparison.Ordinal)));
        Assert.Equal(goesRound, finding.Evidence.Contains("they go round: the delay that they wait for takes 50 ms, the oldest of these requests has been there for 9 s"));
    }

    [Fact]
    public void Evaluate_RequestsWaitForACallThatHasJustBegun_InFlightSaysThatTheyGoRound()
    {
        var asks = Some.Chain(1, 4, AwaitKind.Socket, "a socket", "Microsoft.AspNetCore.Routing.EndpointMiddleware.Invoke", "Bank.Rates.GetAsync");
        var report = new ReportBuilder().WithSnapshot(snapshot => snapshot with
        {
            Async = new AsyncSnapshot { PendingMethods = 4, LogicalStacks = 4, Chains = [asks with { WorksFor = [new WorkShare { Kind = WorkKind.Request, Name = "GET /rate", Count = 4, OldestMilliseconds = 9_000 }] }] },
            Calls = new CallsSnapshot { Calls = [new OutgoingCall { Library = "HttpClient", Name = "GET rates:80/{n}", State = CallState.WaitingForHeaders, Count = 4, OldestMilliseconds = 12, Chains = [1] }] },
        });

        var finding = report.Findings()[0];

        Assert.Contains("they go round: the call out that they wait for began 12 ms ago, the oldest of these requests has been there for 9 s", finding.Evidence);
    }

    [Fact]
    public void Evaluate_ThreadsOfTheWebServerItselfWait_NoRequestInFlight()
    {
        Assert.Empty(new ReportBuilder().With(4, number => Thread(number).Through("Microsoft.AspNetCore.Server.Kestrel.Heartbeat", "TimerLoop").WaitingForHandle()).Findings());
    }

    [Theory]
    [InlineData(2, 0)]
    [InlineData(4, 5)]
    public void Evaluate_FewRequestsOrAtSeveralPlaces_Nothing(int here, int there)
    {
        Assert.Empty(Requests(here, there).Findings());
    }

    [Fact]
    public void Evaluate_LibraryOfAServiceWithSymbolsWaits_NothingStalled()
    {
        var library = Some.Chain(1, 100, AwaitKind.CompletionSource, "TaskCompletionSource", "Grpc.Call.RunAsync");
        var report = new ReportBuilder().WithSnapshot(snapshot => snapshot with
        {
            Async = new AsyncSnapshot
            {
                PendingMethods = 101,
                LogicalStacks = 101,
                Chains = [library with { Frames = [.. library.Frames.Select(frame => frame with { File = null, Line = null })] }, Some.Chain(2, 1, AwaitKind.Delay, "Task.Delay", "Bank.Loop.RunAsync")],
            },
        });

        Assert.Empty(report.Findings());
    }

    private static ReportBuilder Requests(int here, int there) => new ReportBuilder().WithSnapshot(snapshot => snapshot with
    {
        Async = new AsyncSnapshot
        {
            PendingMethods = here + there,
            LogicalStacks = here + there,
            Chains =
            [
                Some.Chain(1, here, AwaitKind.Socket, "a socket", "Bank.Orders.FindAsync", "Microsoft.AspNetCore.Http.Protocol.ProcessRequests"),
                Some.Chain(2, there, AwaitKind.Socket, "a socket", "Bank.Prices.FindAsync", "Microsoft.AspNetCore.Http.Protocol.ProcessRequests"),
            ],
        },
    });

    [Fact]
    public void Evaluate_HostNeverBegan_StuckStartNamesWhereMainStands()
    {
        var report = new ReportBuilder()
            .With(new StartFacts { RegisteredFor = TimeSpan.FromSeconds(40) })
            .With(Thread(1).WithRole(ThreadRole.Main).At("Bank.Program", "Main", 13).Through("Library.Facade", "Migrate").Through("Library.History", "AcquireDatabaseLock").Sleeping());

        var finding = Assert.Single(report.Findings());

        Assert.Equal(("GURU017", FindingSeverity.Critical), (finding.Id, finding.Severity));
        Assert.Equal("the host has not begun to start, 40 s after it was being built: the main thread is in Library.History.AcquireDatabaseLock", finding.Summary);
        Assert.Contains("  inside Library.History.AcquireDatabaseLock ← Library.Facade.Migrate", finding.Evidence);
    }

    [Fact]
    public void Evaluate_HostBeganOrIsYoung_Nothing()
    {
        Assert.Empty(new ReportBuilder().With(new StartFacts { RegisteredFor = TimeSpan.FromSeconds(40), HasBegun = true }).Findings());
        Assert.Empty(new ReportBuilder().With(new StartFacts { RegisteredFor = TimeSpan.FromSeconds(4) }).Findings());
    }

    [Fact]
    public void Evaluate_ChildWritesIntoFullPipeWhileItsEndIsWaitedFor_ChildProcess()
    {
        var report = Children(new PipeWait(1, IsWrite: true, IsOurs: true)).With(Worker(16).At("Bank.Exporter", "Export", 22).WaitingForExit());

        var finding = Assert.Single(report.Findings());

        Assert.Equal(("GURU038", FindingSeverity.Critical, FindingCertainty.Certain), (finding.Id, finding.Severity, finding.Certainty));
        Assert.Contains("2997 seq is blocked writing to its standard output, a pipe whose other end is open in this process", finding.Evidence);
        Assert.Contains(finding.Evidence, line => line.StartsWith("1 thread at Bank.Exporter.Export() Exporter.cs:22, waiting for a process to end", StringComparison.Ordinal));
    }

    [Fact]
    public void Evaluate_ChildWritesIntoFullPipeButNobodyWaitsForItsEnd_Nothing()
    {
        Assert.Empty(Children(new PipeWait(1, IsWrite: true, IsOurs: true)).With(Worker(16).Idle()).Findings());
    }

    [Fact]
    public void Evaluate_ChildWritesIntoOnePipeWhileAnotherIsRead_ChildProcess()
    {
        var report = Children(new PipeWait(2, IsWrite: true, IsOurs: true)).With(Worker(16).At("Bank.Exporter", "Export", 22).ReadingPipe());

        Assert.Equal("GURU038", Assert.Single(report.Findings()).Id);
    }

    [Fact]
    public void Evaluate_ChildWritesIntoSomebodyElsesPipe_Nothing()
    {
        Assert.Empty(Children(new PipeWait(1, IsWrite: true, IsOurs: false)).With(Worker(16).At("Bank.Exporter", "Export", 22).WaitingForExit()).Findings());
    }

    private static ReportBuilder Children(PipeWait wait) => new ReportBuilder().With(new ProcessFacts
    {
        Root = new ProcessNodeFacts { Id = 1, ParentId = 0, Name = "bank", State = "sleeping", Children = [new ProcessNodeFacts { Id = 2997, ParentId = 1, Name = "seq", State = "sleeping", BlockedOn = wait }] },
        Descendants = 1,
        Zombies = 0,
    });

    private static ReportBuilder Pool(long pending) => new ReportBuilder().With(Some.RuntimeWithPool(8, pending));
}
