using GuruReports.Inspection.Snapshot.Model.Threads;
using GuruReports.Inspection.Threads;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;
using static GuruReports.Hosting.Tests.Findings.ThreadBuilder;

namespace GuruReports.Hosting.Tests.Findings.Locks;

public class NamedMutexTests
{
    [Fact]
    public void Evaluate_ThreeThreadsWaitForAMutexOfAnotherProcess_TellsThatProcess()
    {
        var finding = Assert.Single(Bank(3).With(Shop(1, 2, 3) with { OwnerProcess = 4711, OwnerName = "importer", OwnerThread = 4711 }).Findings());

        Assert.Equal(("GURU002", FindingSeverity.Warning), (finding.Id, finding.Severity));
        Assert.Equal(@"3 threads wait for the named mutex Global\shop, held by process 4711 (importer)", finding.Summary);
        Assert.Contains(finding.Evidence, line => line.Contains("Bank.Vault.Open", StringComparison.Ordinal));
    }

    [Fact]
    public void Evaluate_OwnerUnknown_TellsWhy()
    {
        var finding = Assert.Single(Bank(3).With(Shop(1, 2, 3) with { OwnerUnknown = "it changes hands" }).Findings());

        Assert.EndsWith("owner unknown: it changes hands", finding.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluate_OneThreadOfItsOwnWaits_IsInformation()
    {
        var finding = Assert.Single(Bank(1).With(Shop(1) with { OwnerProcess = 4711 }).Findings());

        Assert.Equal(FindingSeverity.Information, finding.Severity);
    }

    [Fact]
    public void Evaluate_ThreadOfThisProcessHoldsIt_TellsWhatThatDoes()
    {
        var finding = Assert.Single(Bank(3)
            .With(Thread(9).Named("import").At("Bank.Import", "Read", 7).Sleeping())
            .With(Shop(1, 2, 3) with { OwnerProcess = 1, OwnerThread = 4709, IsOwn = true, IsProven = true })
            .Findings());

        Assert.Equal(@"3 threads wait for the named mutex Global\shop, held by #9 ""import""", finding.Summary);
        Assert.Equal(FindingCertainty.Certain, finding.Certainty);
        Assert.Contains(finding.Evidence, line => line.Contains("Bank.Import.Read() Import.cs:7, sleeping", StringComparison.Ordinal));
    }

    [Fact]
    public void Evaluate_HolderWaitsForALockOfWhoWaits_IsADeadlock()
    {
        var finding = Assert.Single(Bank(1)
            .With(Thread(9).At("Bank.Import", "Read", 7).EnteringMonitor())
            .With(Shop(1) with { OwnerProcess = 1, OwnerThread = 4709, IsOwn = true, IsProven = true })
            .WithSnapshot(snapshot => snapshot with { Locks = [Some.MonitorLock(0x10, 1, 9)] })
            .Findings());

        Assert.Equal(("GURU001", "2 threads wait for each other"), (finding.Id, finding.Summary));
        Assert.Contains(@"#1  wants the named mutex Global\shop", string.Join('\n', finding.Evidence).Replace("waits for", "wants", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluate_HolderIsOnlyLikely_IsNoDeadlock()
    {
        var findings = Bank(1)
            .With(Thread(9).At("Bank.Import", "Read", 7).EnteringMonitor())
            .With(Shop(1) with { OwnerProcess = 1, OwnerThread = 4709, IsOwn = true })
            .WithSnapshot(snapshot => snapshot with { Locks = [Some.MonitorLock(0x10, 1, 9)] })
            .Findings();

        Assert.DoesNotContain(findings, finding => finding.Id == "GURU001");
    }

    private static ReportBuilder Bank(int waiting) =>
        new ReportBuilder().With(waiting, number => Thread(number + 1).At("Bank.Vault", "Open", 12).WaitingForHandle());

    private static NamedMutex Shop(params int[] waiters) => new() { Name = @"Global\shop", File = "/tmp/.dotnet/shm/global/shop", Waiters = [.. waiters.Select(static number => 4700 + number)] };
}
