using GuruReports.Hosting.Facts.Resources;
using GuruReports.Inspection.Snapshot.Model.Async;
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
        var finding = Assert.Single(Behind(12, Worker(1).At("Bank.Prices", "Load", 10).ReadingSocket()).With(s_closed).Findings());

        Assert.Equal("GURU002", finding.Id);
        Assert.Contains("behind it: 12 of 12 requests in flight", finding.Evidence);
        Assert.Contains(finding.Evidence, line => line.StartsWith("consequence: CLOSE_WAIT", StringComparison.Ordinal));
        Assert.Contains(finding.Evidence, line => line.StartsWith("consequence: ACCEPT QUEUE", StringComparison.Ordinal));
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

    private static ReportBuilder Behind(int waiters, ThreadBuilder holder) => new ReportBuilder()
        .With(Some.RuntimeWithPool(waiters + 1, pending: 0))
        .With(holder)
        .With(waiters, number => Worker(number + 2).Through("Microsoft.AspNetCore.Routing.EndpointMiddleware", "Invoke").At("Bank.Prices", "Wait", 20).EnteringLock())
        .WithSnapshot(snapshot => snapshot with { Locks = [Some.MonitorLock(0x10, 1, [.. Enumerable.Range(2, waiters)])] });
}
