using GuruReports.Hosting.Facts.Host;
using GuruReports.Hosting.Facts.Resources;
using GuruReports.Inspection.Snapshot.Model;
using GuruReports.Inspection.Snapshot.Model.Async;
using GuruReports.Inspection.Snapshot.Model.Calls;
using GuruReports.Inspection.Snapshot.Model.Queues;
using GuruReports.Inspection.Snapshot.Model.Threads;
using GuruReports.Inspection.Snapshot.Model.Work;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;
using static GuruReports.Hosting.Tests.Findings.ThreadBuilder;

namespace GuruReports.Hosting.Tests.Findings;

/// <summary>What stands behind a root is told below it, and what does not stays beside it.</summary>
public class ConsequenceTests
{
    private static readonly ResourceFacts s_closed = new()
    {
        Sockets = new SocketFacts { States = [new CountFacts("CLOSE_WAIT", 80)], Listeners = [new ListenerFacts("[::]:8080", 500)] },
    };

    [Fact]
    public void Evaluate_RequestsBehindALockAndClientsGone_CloseWaitAndAcceptQueueAreConsequences()
    {
        var finding = Assert.Single(Behind(12, Worker(1).At("Bank.Prices", "Load", 10).ReadingSocket()).With(Some.RuntimeWithPool(13, pending: 0)).With(s_closed).Findings());

        Assert.Equal("GURU002", finding.Id);
        Assert.Contains("behind it: 12 of 12 requests in flight", finding.Evidence);
        Assert.Contains(finding.Evidence, line => line.StartsWith("consequence: CLOSE_WAIT", StringComparison.Ordinal));
        Assert.Contains(finding.Evidence, line => line.StartsWith("consequence: ACCEPT QUEUE", StringComparison.Ordinal));
    }

    [Fact]
    public void Evaluate_ServersOwnLoopsAndRunningRequests_OnlyRequestsAreCountedAndOnce()
    {
        var work = new WorkShare { Kind = WorkKind.Request, Name = "GET /pay", Count = 12, OldestMilliseconds = 20 };
        var running = Some.Chain(1, 12, AwaitKind.Running, "nothing", "Microsoft.AspNetCore.Routing.EndpointMiddleware.Invoke") with { WorksFor = [work], HeldUpBy = [.. Enumerable.Range(2, 12)] };
        var report = Behind(12, Worker(1).At("Bank.Prices", "Load", 10).ReadingSocket(), snapshot => snapshot with
        {
            Async = new AsyncSnapshot { PendingMethods = 30, LogicalStacks = 24, Chains = [running, Some.Chain(2, 12, AwaitKind.ValueTaskSource, "a pipe", "Microsoft.AspNetCore.Server.Connection.DoReceive")] },
            Work = new WorkSnapshot { Groups = [new WorkGroup { Kind = WorkKind.Request, Name = "GET /pay", Count = 12 }] },
        }, work with { Count = 1 });

        Assert.Contains("behind it: 12 of 12 requests in flight", report.Findings()[0].Evidence);
    }

    [Fact]
    public void Evaluate_RequestsElsewhere_CloseWaitStandsAlone()
    {
        var findings = Behind(12, Thread(1).At("Bank.Prices", "Load", 10).ReadingSocket())
            .With(s_closed)
            .With(40, number => Worker(100 + number).Through("Microsoft.AspNetCore.Routing.EndpointMiddleware", "Invoke").At("Bank.Desk", "Pay", 32).ReadingSocket())
            .Findings();

        Assert.Contains(findings, finding => finding.Id == "GURU015");
        Assert.Contains(findings, finding => finding.Id == "GURU002");
    }

    [Fact]
    public void Evaluate_ThreadsOfTwoLocksOneBehindTheOther_OnlyTheRootStandsAlone()
    {
        var report = new ReportBuilder()
            .With(Thread(1).At("Bank.Prices", "Load", 10).ReadingSocket())
            .With(20, number => Thread(number + 2).At("Bank.Prices", "Wait", 20).EnteringLock())
            .With(20, number => Thread(number + 30).At("Bank.Orders", "Wait", 7).EnteringLock())
            .WithSnapshot(snapshot => snapshot with { Locks = [Some.MonitorLock(0x10, 1, [.. Enumerable.Range(2, 20)]), Some.MonitorLock(0x20, 2, [.. Enumerable.Range(30, 20)])] });

        var finding = Assert.Single(report.Findings());

        Assert.StartsWith("Account@10 is held by #1", finding.Evidence[0], StringComparison.Ordinal);
        Assert.Contains(finding.Evidence, line => line.StartsWith("consequence: LOCK CONVOY", StringComparison.Ordinal));
    }

    [Fact]
    public void Evaluate_CallsWaitForACompletionThatNeedsTheStarvedPool_StalledIsAConsequence()
    {
        var report = new ReportBuilder()
            .With(Some.RuntimeWithPool(8, pending: 60))
            .With(8, number => Worker(number).At("Bank.Quotes", "Fetch", 52).ReadingSocket())
            .WithSnapshot(snapshot => snapshot with
            {
                Async = new AsyncSnapshot { PendingMethods = 60, LogicalStacks = 60, Chains = [Some.Chain(1, 60, AwaitKind.CompletionSource, "TaskCompletionSource", "Bank.AskAsync")] },
            });

        var finding = Assert.Single(report.Findings());

        Assert.Equal("GURU003", finding.Id);
        Assert.Contains(finding.Evidence, line => line.StartsWith("consequence: STALLED", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(50_000, 1)]
    [InlineData(50, 2)]
    public void Evaluate_ReadersOfALongQueueStandBehindALock_MemoryGrowthIsAConsequence(long length, int findings)
    {
        var report = Behind(12, Worker(1).At("Bank.Prices", "Load", 10).ReadingSocket(), snapshot => snapshot with
        {
            Queues = new QueuesSnapshot { Queues = [new LibraryQueue { Kind = "channel", TypeName = "Channel", Address = 0x30, Length = length, ReaderThreads = [2] }] },
        })
            .With(Some.Runtime with { Change = Some.Change with { Interval = TimeSpan.FromMinutes(5), SincePreviousReport = true, HeapGrowth = 400L << 20 }, GarbageCollector = Some.Collector with { AllocatedNow = 500L << 20 } });

        Assert.Equal(findings, report.Findings().Count(finding => finding.Severity > FindingSeverity.Information));
    }

    [Fact]
    public void Evaluate_ServiceThatStartsStandsBehindADeadlock_StuckStartIsAConsequence()
    {
        var report = new ReportBuilder()
            .With(Some.Host with { State = HostState.Starting, For = TimeSpan.FromMinutes(2), Services = [new HostedServiceFacts("Bank.Warmup", HostedServiceState.NotStarted)] })
            .With(Thread(1).At("Bank.Warmup", "StartAsync", 10).EnteringLock())
            .With(Thread(2).At("Bank.Prices", "Load", 7).EnteringLock())
            .WithSnapshot(snapshot => snapshot with { DeadlockCycles = [new DeadlockCycle { Parties = [new DeadlockParty { ManagedId = 1, WaitsFor = "#2" }, new DeadlockParty { ManagedId = 2, WaitsFor = "#1" }] }] });

        var finding = Assert.Single(report.Findings());

        Assert.Equal("GURU001", finding.Id);
        Assert.Contains(finding.Evidence, line => line.StartsWith("consequence: STUCK START", StringComparison.Ordinal));
    }

    [Fact]
    public void Evaluate_RequestsWaitForOneThatAsksAnother_InFlightNamesTheCallInTheEnd()
    {
        var report = new ReportBuilder().WithSnapshot(snapshot => snapshot with
        {
            Async = new AsyncSnapshot { PendingMethods = 5, LogicalStacks = 5, Chains = [Some.Chain(1, 5, AwaitKind.Socket, "a socket", "Bank.Orders.FindAsync", "Microsoft.AspNetCore.Http.Protocol.ProcessRequests")] },
            Calls = new CallsSnapshot { Calls = [new OutgoingCall { Library = "HttpClient", Name = "GET shop:80/stock", State = CallState.WaitingForHeaders, Count = 5, OldestMilliseconds = 12_000, Chains = [1] }] },
        });

        Assert.Contains("in the end for: 5 calls out, HttpClient GET shop:80/stock, the oldest for 12 s", Assert.Single(report.Findings()).Evidence);
    }

    private static ReportBuilder Behind(int waiters, ThreadBuilder holder, Func<SnapshotResult, SnapshotResult>? fill = null, WorkShare? work = null) => new ReportBuilder()
        .With(holder)
        .With(waiters, number => Worker(number + 2).Through("Microsoft.AspNetCore.Routing.EndpointMiddleware", "Invoke").At("Bank.Prices", "Wait", 20).EnteringLock().Set(thread => thread with { WorksFor = work }))
        .WithSnapshot(snapshot => (fill ?? (static filled => filled))(snapshot) with { Locks = [Some.MonitorLock(0x10, 1, [.. Enumerable.Range(2, waiters)])] });
}
