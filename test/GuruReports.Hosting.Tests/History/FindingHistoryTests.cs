using GuruReports.Hosting.Findings;
using GuruReports.Hosting.History;
using GuruReports.Hosting.Tests.Findings;
using GuruReports.Inspection.Snapshot.Model.Threads;
using GuruReports.Reporting.Model;
using static GuruReports.Hosting.Tests.Findings.ThreadBuilder;

namespace GuruReports.Hosting.Tests.History;

public sealed class FindingHistoryTests
{
    private const int Sick = 90;

    [Fact]
    public void Date_QueueBeganToGrow_TellsSinceWhenAndWhat()
    {
        var record = new SampleRecord(row => row < 300 ? 1 : 1 + ((row - 300) * 4), Measure.Queued, rows: 300 + Sick);

        var dated = FindingHistory.Date([Sample.Finding(FindingIds.Starvation)], Sample.Report(record.Facts))[0];

        Assert.NotNull(dated.Since);
        Assert.InRange((record.End - dated.Since.Value).TotalSeconds, Sick - 2, Sick + 2);
        Assert.Contains("pool items waiting began to grow (1 → ", dated.Evidence[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Date_OtherMeasureChanged_TellsNothing()
    {
        var record = new SampleRecord(row => row < 300 ? 1 : 400, Measure.Queued, rows: 300 + Sick);

        var dated = FindingHistory.Date([Sample.Finding(FindingIds.Descriptors)], Sample.Report(record.Facts))[0];

        Assert.Null(dated.Since);
        Assert.Empty(dated.Evidence);
    }

    [Fact]
    public void Date_NoRecord_TellsNothing()
    {
        var dated = FindingHistory.Date([Sample.Finding(FindingIds.Starvation)], Sample.Report())[0];

        Assert.Null(dated.Since);
    }

    [Fact]
    public void Date_MeasureThatWasOverLater_TellsTheBeginningWhereItCameFirst()
    {
        // Those who were there already had to be taken first; then workers came, and in the end all of the queue was done.
        var record = new SampleRecord(rows: 420, (Measure.Workers, row => row < 303 ? 4 : Math.Min(44, row - 300)), (Measure.Queued, row => row is >= 300 and < 380 ? (row - 299) * 80 : 0));

        var dated = FindingHistory.Date([Sample.Finding(FindingIds.Starvation)], Sample.Report(record.Facts))[0];

        Assert.Equal(record.Facts.Seconds.At(300), dated.Since);
        Assert.Matches(@"^what changed then: pool workers rose \(4 → 44\); for a while pool items waiting began to grow \(0 → \d+\)$", dated.Evidence[^1]);
    }

    [Fact]
    public void Date_LongerAgoThanTheSecondsReach_TellsTheMinute()
    {
        const int hours = 3;
        var record = new SampleRecord(row => row < hours * 3600 ? 1 : 400, Measure.Queued, rows: (hours + 1) * 3600);

        var dated = FindingHistory.Date([Sample.Finding(FindingIds.Starvation)], Sample.Report(record.Facts))[0];

        Assert.NotNull(dated.Since);
        Assert.InRange((record.End - dated.Since.Value).TotalMinutes, 59, 62);
        Assert.Equal("what changed in that minute: pool items waiting rose (1 → 400)", dated.Evidence[^1]);
    }

    [Fact]
    public void Date_ThreadThatWaitsForLongerThanTheRecordShows_TellsTheTimeOfTheThread()
    {
        var record = new SampleRecord(row => row < 300 ? 1 : 400, Measure.Workers, rows: 330);

        var convoy = Convoy(record, notRunFor: 47);

        Assert.Equal(record.End - TimeSpan.FromSeconds(47), convoy.Since);
        Assert.Equal("#112 waits and has not run since then; what changed after that: pool workers rose (1 → 400)", convoy.Evidence[^1]);
    }

    [Fact]
    public void Date_ThreadThatWaitsForLessThanTheRecordShows_TellsTheTimeOfTheRecord()
    {
        var record = new SampleRecord(row => row < 300 ? 1 : 400, Measure.Workers, rows: 330);

        Assert.InRange((record.End - Convoy(record, notRunFor: 12).Since!.Value).TotalSeconds, 28, 31);
    }

    [Fact]
    public void Date_NoChangeButThreadThatWaits_TellsHowLongAtLeastAndNoMoment()
    {
        var convoy = Convoy(new SampleRecord(_ => 400, Measure.Workers, rows: 330), notRunFor: 47);

        Assert.Null(convoy.Since);
        Assert.Equal("it has lasted for 47 s at least: #112 waits and has not run", convoy.Evidence[^1]);
    }

    [Fact]
    public void Date_Deadlock_LastsAsLongAsTheLastOfItsThreadsHasWaited()
    {
        var record = new SampleRecord(_ => 1, Measure.Workers, rows: 330);
        var deadlock = new ReportBuilder().CapturedAt(record.End).With(record.Facts)
            .With(Worker(31).At("Bank.Transfer", "Move", 10).EnteringMonitor().NotRunFor(60))
            .With(Worker(32).At("Bank.Transfer", "Back", 20).EnteringMonitor().NotRunFor(20))
            .WithSnapshot(snapshot => snapshot with { DeadlockCycles = [new DeadlockCycle { Parties = [Party(31, 0x10, 0x18), Party(32, 0x18, 0x10)] }] })
            .Findings().Single(finding => finding.Id == FindingIds.Deadlock);

        Assert.Equal("it has lasted for 20 s at least: #32 waits and has not run", deadlock.Evidence[^1]);
    }

    private static Finding Convoy(SampleRecord record, double notRunFor) => new ReportBuilder().CapturedAt(record.End).With(record.Facts)
        .With(Thread(9).Named("reload").At("Bank.Prices", "Reload", 33).ReadingSocket().NotRunFor(5000))
        .With(40, number => Worker(100 + number).At("Bank.Quotes", "Get", 14).EnteringLock().NotRunFor(number == 12 ? notRunFor : 3))
        .WithSnapshot(snapshot => snapshot with { Locks = [Some.MonitorLock(0x10, 9, [.. Enumerable.Range(100, 40)])] })
        .Findings().Single(finding => finding.Id == FindingIds.Convoy);

    private static DeadlockParty Party(int id, ulong holds, ulong wants) => new() { ManagedId = id, Holds = Account(holds), Wants = Account(wants), WaitsFor = "a lock" };

    private static LockReference Account(ulong address) => new() { Kind = LockKind.Monitor, Address = address, TypeName = "Bank.Account" };

    private static class Sample
    {
        public static Finding Finding(string id) => new() { Id = id, Name = "NAME", Severity = FindingSeverity.Critical, Summary = "it is so" };

        public static Report Report(params object[] facts) => new()
        {
            Id = "1",
            Reason = "test",
            CreatedAt = DateTimeOffset.UnixEpoch,
            Service = new ServiceIdentity { Name = "s", Version = null, ProcessId = 1, MachineName = "m", Uptime = TimeSpan.Zero },
            Sections = [new ReportSection { Title = "History", Facts = facts }],
        };
    }
}
