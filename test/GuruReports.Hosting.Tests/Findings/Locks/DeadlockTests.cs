using GuruReports.Inspection.Snapshot.Model;
using GuruReports.Inspection.Snapshot.Model.Async;
using GuruReports.Inspection.Snapshot.Model.Threads;
using GuruReports.Inspection.Threads;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;
using static GuruReports.Hosting.Tests.Findings.ThreadBuilder;

namespace GuruReports.Hosting.Tests.Findings.Locks;

public class DeadlockTests
{
    [Fact]
    public void Evaluate_CycleInSnapshot_NamesBothThreadsTheirLocksAndThoseBehind()
    {
        var report = new ReportBuilder()
            .With(Thread(31).Named("transfer-1").At("Bank.Transfers", "Move", 40).EnteringMonitor())
            .With(Thread(32).Named("transfer-2").At("Bank.Transfers", "Move", 40).EnteringMonitor())
            .With(20, number => Thread(40 + number).At("Bank.Tellers", "Show", 12).EnteringMonitor())
            .WithSnapshot(snapshot => snapshot with
            {
                DeadlockCycles = [new DeadlockCycle { Parties = [Party(31, "transfer-1", 0x21c0, 0x21d8), Party(32, "transfer-2", 0x21d8, 0x21c0)], Behind = [.. Enumerable.Range(40, 20)] }],
            });

        var finding = Assert.Single(report.Findings());

        Assert.Equal("GURU001", finding.Id);
        Assert.Equal(FindingSeverity.Critical, finding.Severity);
        Assert.Equal(FindingCertainty.Certain, finding.Certainty);
        Assert.Equal("2 threads wait for each other, 20 more wait behind them", finding.Summary);
        Assert.Contains("#31 \"transfer-1\"  holds Account@21c0  wants Account@21d8", finding.Evidence);
        Assert.Contains(finding.Evidence, line => line.Contains("Bank.Transfers.Move() Transfers.cs:40", StringComparison.Ordinal));
        Assert.Contains(finding.Evidence, line => line.StartsWith("20 threads at Bank.Tellers.Show() Tellers.cs:12", StringComparison.Ordinal));
    }

    [Fact]
    public void Evaluate_CirclesOfTheSamePlaces_AreOneFindingWithAllBehindThem()
    {
        var report = new ReportBuilder()
            .With(4, number => Thread(31 + number).At("Bank.Transfers", "Move", 40).EnteringMonitor())
            .With(3, number => Thread(40 + number).At("Bank.Tellers", "Show", 12).EnteringMonitor())
            .WithSnapshot(snapshot => snapshot with
            {
                DeadlockCycles =
                [
                    new DeadlockCycle { Parties = [Party(31, "transfer-1", 0x10, 0x18), Party(32, "transfer-2", 0x18, 0x10)], Behind = [40, 41] },
                    new DeadlockCycle { Parties = [Party(33, "transfer-3", 0x20, 0x28), Party(34, "transfer-4", 0x28, 0x20)], Behind = [42] },
                ],
            });

        Assert.Equal("2 threads wait for each other, in 2 circles of the same places, 3 more wait behind them", Assert.Single(report.Findings()).Summary);
    }

    [Fact]
    public void Evaluate_ThreadOfTheCircleComputes_NoDeadlock()
    {
        var report = new ReportBuilder()
            .With(Thread(31).At("Bank.Transfers", "Move", 44).UsingCpu(0.6))
            .WithSnapshot(snapshot => snapshot with
            {
                DeadlockCycles = [new DeadlockCycle { Parties = [Party(31, "transfer-1", 0x21c0, 0x21d8), Party(32, "transfer-2", 0x21d8, 0x21c0)] }],
            });

        Assert.DoesNotContain(report.Findings(), finding => finding.Id == "GURU001");
    }

    [Fact]
    public void Evaluate_ThreadOfTheCircleSpinsForACallback_Deadlock()
    {
        var report = new ReportBuilder()
            .With(Thread(31).At("Bank.Calls", "StopAll", 44).SpinningForCallback().UsingCpu(0.6))
            .WithSnapshot(snapshot => snapshot with
            {
                DeadlockCycles = [new DeadlockCycle { Parties = [Party(31, "stop", 0x21c0, 0x21d8) with { Wants = null, WaitsFor = "a cancellation callback that runs on thread #32" }, Party(32, "callback", 0x21d8, 0x21c0)] }],
            });

        Assert.Equal("GURU001", report.Findings()[0].Id);
    }

    [Fact]
    public void Evaluate_AsyncMethodsAwaitEachOther_NamesThem()
    {
        var report = new ReportBuilder().WithSnapshot(snapshot => snapshot with
        {
            Async = new AsyncSnapshot { PendingMethods = 2, LogicalStacks = 0, Cycles = [new AwaitCycle { Frames = [Method("Bank.LoadAsync", 7), Method("Bank.PriceAsync", 9)], Addresses = [1, 2] }] },
        });

        var finding = Assert.Single(report.Findings());

        Assert.Equal("GURU001", finding.Id);
        Assert.Contains("async Bank.LoadAsync Bank.cs:7 awaits Bank.PriceAsync", finding.Evidence);
    }

    [Fact]
    public void Evaluate_StacksAloneAndNobodyCouldHoldTheLocks_IsSuspectedAndSaysSo()
    {
        var report = new ReportBuilder()
            .With(Thread(31).At("Bank.Transfers", "Move", 40).EnteringMonitor())
            .With(Thread(32).At("Bank.Transfers", "Move", 40).EnteringLock());

        var finding = Assert.Single(report.Findings());

        Assert.Equal("GURU001", finding.Id);
        Assert.Equal(FindingCertainty.Suspected, finding.Certainty);
        Assert.Contains("suspected", finding.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluate_StacksAloneAndAThreadRunsInTheSameCode_NoDeadlock()
    {
        var report = new ReportBuilder()
            .With(Thread(31).At("Bank.Transfers", "Move", 40).EnteringMonitor())
            .With(Thread(32).At("Bank.Transfers", "Move", 40).EnteringMonitor())
            .With(Thread(33).At("Bank.Transfers", "Save", 60));

        Assert.Empty(report.Findings());
    }

    [Fact]
    public void Evaluate_StacksAloneAndAThreadOfOtherCodeSleepsOrReadsOrRuns_NoDeadlock()
    {
        ThreadBuilder[] others =
        [
            Thread(33).At("Bank.Import", "Read", 7).Sleeping(),
            Thread(33).At("Bank.Import", "Read", 7).ReadingSocket(),
            Thread(33).At("Bank.Import", "Read", 7).ReadingPipe(),
            Thread(33).At("Bank.Import", "Read", 7),
            Worker(33).At("Bank.Import", "Read", 7).WaitingForTask(),
            Worker(33).Through("System.Linq.Enumerable", "Sum"),
        ];

        Assert.All(others, other => Assert.Empty(TwoThatWait().With(other).Findings()));
    }

    [Fact]
    public void Evaluate_StacksAloneAndOthersOnlyWaitForWork_IsSuspected()
    {
        var report = TwoThatWait()
            .With(Thread(1).WithRole(ThreadRole.Main).At("Program", "Main", 3).WaitingForTask())
            .With(Thread(33).At("Bank.Printer", "Run", 7).TakingFromBlockingCollection())
            .With(Worker(34).Idle());

        Assert.Equal(("GURU001", FindingCertainty.Suspected), Assert.Single(report.Findings().Select(finding => (finding.Id, finding.Certainty))));
    }

    [Fact]
    public void Evaluate_StacksAloneAndTheGraphKnowsWhomTheyWaitFor_NothingIsSuspected()
    {
        var mutex = new NamedMutex { Name = @"Global\shop", File = "/tmp/.dotnet/shm/global/shop", Waiters = [4731, 4732], OwnerProcess = 4711 };

        var findings = TwoThatWait().With(mutex).Findings();

        Assert.Equal("GURU002", Assert.Single(findings).Id);
    }

    [Fact]
    public void Evaluate_StacksAloneAndTheOtherWaitsForTheAsyncCodeOfOneThatWaits_IsSuspected()
    {
        var report = TwoThatWait()
            .With(Worker(33).At("Bank.Import", "Read", 7).WaitingForTask())
            .WithSnapshot(snapshot => snapshot with
            {
                Unavailable = [new UnavailablePart { Part = "Locks", Reason = "a field is gone" }],
                Async = new AsyncSnapshot { PendingMethods = 1, LogicalStacks = 1, Chains = [Some.Chain(1, 1, AwaitKind.Running, "runs", "Bank.Transfers.MoveAsync") with { HeldUpBy = [31], BlockedThreads = [33] }] },
            });

        Assert.Equal("GURU001", report.Findings()[0].Id);
    }

    private static ReportBuilder TwoThatWait() => new ReportBuilder()
        .With(Thread(31).At("Bank.Transfers", "Move", 40).EnteringMonitor())
        .With(Thread(32).At("Bank.Transfers", "Move", 40).EnteringMonitor());

    [Fact]
    public void Evaluate_SnapshotKnowsLocksAndNoCycle_NothingIsSuspected()
    {
        var report = new ReportBuilder()
            .With(Thread(31).At("Bank.Transfers", "Move", 40).EnteringMonitor())
            .With(Thread(32).At("Bank.Transfers", "Move", 40).EnteringMonitor())
            .WithSnapshot(snapshot => snapshot);

        Assert.Empty(report.Findings());
    }

    private static DeadlockParty Party(int id, string name, ulong holds, ulong wants) => new()
    {
        ManagedId = id,
        ThreadName = name,
        Holds = new LockReference { Kind = LockKind.Monitor, Address = holds, TypeName = "Bank.Account" },
        Wants = new LockReference { Kind = LockKind.Monitor, Address = wants, TypeName = "Bank.Account" },
        WaitsFor = "a lock",
        WaitsIn = new SnapshotFrame { Method = "Bank.Transfers.Move()", File = "Transfers.cs", Line = 40, Owner = CodeOwner.Service },
    };

    private static AsyncFrame Method(string name, int line) => new() { Kind = AsyncFrameKind.Method, Method = name, File = "Bank.cs", Line = line, Owner = CodeOwner.Service };

    [Fact]
    public void Evaluate_StaticConstructorWaitsForThreadsThatWaitForIt_Deadlock()
    {
        var report = new ReportBuilder()
            .With(1, _ => Thread(1).At("Bank.TaxTable", ".cctor", 12).JoiningThread())
            .With(3, number => Thread(10 + number).At("Bank.TaxTable", "Load", 19).InStaticConstructorCheck());

        var finding = Assert.Single(report.Findings());

        Assert.Equal("GURU001", finding.Id);
        Assert.Equal("3 threads wait for a static constructor that waits itself", finding.Summary);
        Assert.Equal("#1 is in Bank.TaxTable..cctor() TaxTable.cs:12, waiting for a thread to end", finding.Evidence[0]);
    }

    [Fact]
    public void Evaluate_StaticConstructorThatComputes_Nothing()
    {
        var report = new ReportBuilder()
            .With(1, _ => Thread(1).At("Bank.TaxTable", ".cctor", 12))
            .With(3, number => Thread(10 + number).At("Bank.TaxTable", "Load", 19).InStaticConstructorCheck());

        Assert.Empty(report.Findings());
    }
}
