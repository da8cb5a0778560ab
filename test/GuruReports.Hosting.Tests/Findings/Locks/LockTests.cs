using GuruReports.Inspection.Snapshot.Model;
using GuruReports.Inspection.Snapshot.Model.Async;
using GuruReports.Inspection.Snapshot.Model.Calls;
using GuruReports.Inspection.Snapshot.Model.Threads;
using GuruReports.Reporting.Model;
using static GuruReports.Hosting.Tests.Findings.ThreadBuilder;

namespace GuruReports.Hosting.Tests.Findings.Locks;

public class LockTests
{
    [Fact]
    public void Evaluate_FewBehindAHolderThatWaitsForSomethingElse_Convoy()
    {
        var report = Behind(3, Worker(1).At("Bank.Prices", "Load", 10).ReadingSocket());

        Assert.Equal(("GURU002", FindingSeverity.Warning), (report.Findings()[0].Id, report.Findings()[0].Severity));
    }

    [Fact]
    public void Evaluate_FewBehindAHolderThatWorks_Nothing()
    {
        Assert.DoesNotContain(Behind(3, Worker(1).At("Bank.Prices", "Load", 10)).Findings(), finding => finding.Id == "GURU002");
    }

    [Fact]
    public void Evaluate_HolderWaitsAtTheSamePlace_ContentionNotBlocked()
    {
        var finding = Behind(12, Worker(1).At("Bank.Prices", "Wait", 20).EnteringLock()).Findings().Single(found => found.Id == "GURU002");

        Assert.Equal((FindingSeverity.Warning, FindingCertainty.Likely), (finding.Severity, finding.Certainty));
    }

    private static ReportBuilder Behind(int waiters, ThreadBuilder holder) => new ReportBuilder()
        .With(holder)
        .With(waiters, number => Worker(number + 2).At("Bank.Prices", "Wait", 20).EnteringLock())
        .WithSnapshot(snapshot => snapshot with { Locks = [Some.MonitorLock(0x10, 1, [.. Enumerable.Range(2, waiters)])] });

    [Fact]
    public void Evaluate_ManyBehindABlockedHolder_ConvoySaysWhatTheHolderDoes()
    {
        var report = Waiting(40)
            .With(Thread(9).Named("reload").At("Bank.Prices", "Reload", 33).ReadingSocket())
            .WithSnapshot(snapshot => snapshot with { Locks = [Some.MonitorLock(0x10, 9, [.. Enumerable.Range(100, 40)])] });

        var finding = Assert.Single(report.Findings());

        Assert.Equal("GURU002", finding.Id);
        Assert.Equal(FindingSeverity.Critical, finding.Severity);
        Assert.Equal("Account@10 is held by #9 \"reload\", in a call on a socket", finding.Evidence[0]);
        Assert.Contains("Bank.Prices.Reload() Prices.cs:33", finding.Evidence[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluate_FewBehindAHolder_NoConvoy()
    {
        var report = Waiting(2)
            .With(Thread(9).At("Bank.Prices", "Reload", 33).ReadingSocket())
            .WithSnapshot(snapshot => snapshot with { Locks = [Some.MonitorLock(0x10, 9, [.. Enumerable.Range(100, 2)])] });

        Assert.Empty(report.Findings());
    }

    [Fact]
    public void Evaluate_ManyAtOneLockFromStacksAlone_ConvoyIsSuspectedWithCandidate()
    {
        var report = Waiting(40).With(Thread(9).At("Bank.Quotes", "Reload", 33).ReadingSocket());

        var finding = Assert.Single(report.Findings());

        Assert.Equal("GURU002", finding.Id);
        Assert.Equal(FindingCertainty.Suspected, finding.Certainty);
        Assert.Contains(finding.Evidence, line => line.StartsWith("may hold it: #9 at Bank.Quotes.Reload()", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(5, true)]
    [InlineData(1, false)]
    public void Evaluate_FewAtOneLockFromStacksAlone_ConvoyIsSuspectedWhereTheyWaitLong(int seconds, bool told)
    {
        var report = new ReportBuilder()
            .With(3, number => Thread(number + 1).At("Bank.Vault", "Open", 12).EnteringMonitor().Set(thread => thread with { WaitsSince = TimeSpan.FromSeconds(seconds) }))
            .With(Thread(9).At("Bank.Import", "Read", 7).ReadingSocket());

        var findings = report.Findings();

        Assert.Equal(told ? ["GURU002"] : [], findings.Select(finding => finding.Id));
        Assert.All(findings, finding => Assert.Contains(finding.Evidence, line => line.StartsWith("may hold it: #9 at Bank.Import.Read", StringComparison.Ordinal)));
    }

    [Fact]
    public void Evaluate_HolderHasEnded_AbandonedLock()
    {
        var report = Waiting(2).WithSnapshot(snapshot => snapshot with { Locks = [Some.MonitorLock(0x10, null, 100, 101)] });

        var finding = Assert.Single(report.Findings());

        Assert.Equal("GURU028", finding.Id);
        Assert.Contains(finding.Evidence, line => line.Contains("Bank.Quotes.Get()", StringComparison.Ordinal));
    }

    [Fact]
    public void Evaluate_HolderIsUnknown_NotAbandoned()
    {
        var unknown = Some.MonitorLock(0x10, null, 100, 101) with { OwnerUnknown = "what the id in the lock means could not be checked on .NET 12.0.0", HolderEnded = false };
        var report = Waiting(2).WithSnapshot(snapshot => snapshot with { Locks = [unknown] });

        Assert.DoesNotContain(report.Findings(), finding => finding.Id == "GURU028");
    }

    [Fact]
    public void Evaluate_HolderHasNoCodeOfTheService_NumberWasAnotherThreads()
    {
        var report = Waiting(12)
            .With(Thread(16).Named("library").Sleeping())
            .WithSnapshot(snapshot => snapshot with { Locks = [Some.MonitorLock(0x10, 16, [.. Enumerable.Range(100, 12)])] });

        var finding = Assert.Single(report.Findings());

        Assert.Equal("GURU028", finding.Id);
        Assert.Contains("that number was another thread's", finding.Evidence[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluate_ReadersHoldAReaderWriterLock_NotAbandoned()
    {
        var readers = Some.MonitorLock(0x10, null, 100, 101) with { Kind = LockKind.ReaderWriterLock, Readers = 3, HolderEnded = false };
        var report = Waiting(2).WithSnapshot(snapshot => snapshot with { Locks = [readers] });

        Assert.Empty(report.Findings());
    }

    [Fact]
    public void Evaluate_ManyAwaitAFullSemaphore_NamesTheirPlace()
    {
        var report = new ReportBuilder().WithSnapshot(snapshot => Exhausted(snapshot, waiting: 60));

        var finding = Assert.Single(report.Findings());

        Assert.Equal("GURU032", finding.Id);
        Assert.Contains(finding.Evidence, line => line.StartsWith("60 × async Bank.ExportAsync", StringComparison.Ordinal));
    }

    [Fact]
    public void Evaluate_FullSemaphoreAwaitedByOtherWaysOfTheFramework_NamesThePlaceOnce()
    {
        var report = new ReportBuilder().WithSnapshot(snapshot => Exhausted(snapshot, waiting: 60) with
        {
            Async = new AsyncSnapshot
            {
                PendingMethods = 60,
                LogicalStacks = 60,
                Chains =
                [
                    Some.Chain(1, 40, AwaitKind.Semaphore, "a SemaphoreSlim", "Bank.ExportAsync", "System.Threading.Tasks.Parallel.ForEachAsync"),
                    Some.Chain(2, 20, AwaitKind.Semaphore, "a SemaphoreSlim", "Bank.ExportAsync"),
                ],
            },
        });

        var evidence = Assert.Single(report.Findings()).Evidence;

        Assert.Equal("60 × async Bank.ExportAsync Bank.cs:10 → awaits a SemaphoreSlim", Assert.Single(evidence, line => line.Contains("Bank.ExportAsync", StringComparison.Ordinal)));
    }

    [Fact]
    public void Evaluate_FewAwaitAFullSemaphore_InformationOnly()
    {
        var report = new ReportBuilder().WithSnapshot(snapshot => Exhausted(snapshot, waiting: 19));

        Assert.All(report.Findings(), finding => Assert.Equal(FindingSeverity.Information, finding.Severity));
    }

    [Theory]
    [InlineData(180, FindingSeverity.Information)]
    [InlineData(9_000, FindingSeverity.Warning)]
    public void Evaluate_WhoMayBeInsideHasJustCalledOut_InformationOnly(long age, FindingSeverity expected)
    {
        var report = new ReportBuilder().WithSnapshot(snapshot => Exhausted(snapshot, waiting: 60) is var full ? full with
        {
            Async = full.Async! with { Chains = [.. full.Async.Chains, Some.Chain(2, 4, AwaitKind.Socket, "a socket", "Bank.ExportAsync")] },
            Calls = new CallsSnapshot { Calls = [new OutgoingCall { Library = "HttpClient", Name = "GET files:80/{n}", State = CallState.WaitingForHeaders, Count = 4, OldestMilliseconds = age, Chains = [2] }] },
        } : full);

        Assert.Equal(expected, report.Findings().Single(static finding => finding.Id == "GURU032").Severity);
    }

    private static ReportBuilder Waiting(int count) =>
        new ReportBuilder().With(count, number => Thread(100 + number).At("Bank.Quotes", "Get", 12).EnteringMonitor());

    private static SnapshotResult Exhausted(SnapshotResult snapshot, int waiting) => snapshot with
    {
        Locks = [Some.MonitorLock(0x20, null) with { Kind = LockKind.Semaphore, OwnerUnknown = "a semaphore does not record who entered", HolderEnded = false, CurrentCount = 0, MaximumCount = 4, AsyncWaiters = waiting }],
        Async = new AsyncSnapshot { PendingMethods = waiting, LogicalStacks = waiting, Chains = [Some.Chain(1, waiting, AwaitKind.Semaphore, "a SemaphoreSlim", "Bank.ExportAsync")] },
    };
}
