using GuruReports.Inspection.Snapshot.Model.Async;
using GuruReports.Inspection.Snapshot.Model.Calls;
using GuruReports.Inspection.Snapshot.Model.Work;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;
using static GuruReports.Hosting.Tests.Findings.ThreadBuilder;

namespace GuruReports.Hosting.Tests.Findings.Pool;

public class OpenTransactionTests
{
    [Fact]
    public void Evaluate_OwnerWaitsForSomethingElseWhileRequestsQuery_WarningNamesBoth()
    {
        var finding = Report(age: 9_000, ownerExecutes: false, PoolHolder.InTransaction).Findings()[0];

        Assert.Equal(("GURU050", FindingSeverity.Warning, FindingCertainty.Suspected), (finding.Id, finding.Severity, finding.Certainty));
        Assert.Equal("1 transaction is open while its owner waits for something else; 6 calls to db:5432/bank do not end meanwhile", finding.Summary);
        Assert.Contains(finding.Evidence, line => line.Contains("Bank.Stock.ImportAsync", StringComparison.Ordinal) && line.Contains("awaits Task.Delay", StringComparison.Ordinal));
        Assert.Contains("running meanwhile: 6 × update stock set n = ?", finding.Evidence);
    }

    [Theory]
    [InlineData(900, false, PoolHolder.InTransaction)]
    [InlineData(9_000, true, PoolHolder.InTransaction)]
    [InlineData(9_000, false, null)]
    public void Evaluate_CallsAreYoungOrTheOwnerQueriesOrNoTransactionIsOpen_Nothing(long age, bool ownerExecutes, string? does)
    {
        Assert.DoesNotContain(Report(age, ownerExecutes, does).Findings(), finding => finding.Id == "GURU050");
    }

    [Fact]
    public void Evaluate_WorkersSleepInsideTheLibraryWhileATransactionIsOpen_StandsFirstAndLikely()
    {
        var work = new WorkShare { Kind = WorkKind.Request, Name = "GET /basket", Count = 1, OldestMilliseconds = 9_000 };
        var report = new ReportBuilder().With(Some.RuntimeWithPool(5, pending: 0))
            .With(5, number => Worker(number + 1).Through("Microsoft.AspNetCore.Routing.EndpointMiddleware", "Invoke").At("Bank.Basket", "Save", 7).Through("Library.Data.Reader", "NextResult").Sleeping().Set(thread => thread with { WorksFor = work }))
            .WithSnapshot(snapshot => snapshot with
            {
                Async = new AsyncSnapshot { PendingMethods = 1, LogicalStacks = 1, Chains = [Some.Chain(2, 1, AwaitKind.Socket, "a socket", "Bank.Import.RunAsync")] },
                Calls = new CallsSnapshot
                {
                    Calls =
                    [
                        new OutgoingCall { Library = "Library.Data", Name = "insert into basket", State = CallState.Executing, Count = 5, Threads = [1, 2, 3, 4, 5] },
                        new OutgoingCall { Library = "HttpClient", Name = "GET rates:80/price", State = CallState.WaitingForHeaders, Count = 1, Chains = [2] },
                    ],
                    Pools =
                    [
                        new LibraryPool
                        {
                            Library = "Library.Data", Address = 0x20, Lends = "database connections", Peer = "shop.db", InUse = 6,
                            Holders = [.. Enumerable.Range(1, 5).Select(static number => new PoolHolder { Thread = number, Count = 1 }), new PoolHolder { Chain = 2, Count = 1, Does = PoolHolder.InTransaction }],
                        },
                    ],
                },
            });

        var finding = report.Findings()[0];

        Assert.Equal(("GURU050", FindingSeverity.Warning, FindingCertainty.Likely), (finding.Id, finding.Severity, finding.Certainty));
        Assert.Contains("in the end for: 1 call out, HttpClient GET rates:80/price", finding.Evidence);
        Assert.Contains(finding.Evidence, static line => line.StartsWith("consequence: BLOCKED WORKERS", StringComparison.Ordinal));
    }

    private static ReportBuilder Report(long age, bool ownerExecutes, string? does)
    {
        var share = new WorkShare { Kind = WorkKind.Request, Name = "GET /sell", Count = 6, OldestMilliseconds = age };
        var calls = Some.Chain(1, 6, AwaitKind.Socket, "a socket", "Bank.Stock.SellAsync") with { WorksFor = [share] };
        var owner = Some.Chain(2, 1, AwaitKind.Delay, "Task.Delay", "Bank.Stock.ImportAsync");
        return new ReportBuilder().WithSnapshot(snapshot => snapshot with
        {
            Async = new AsyncSnapshot { PendingMethods = 7, LogicalStacks = 7, Chains = [calls, owner] },
            Calls = new CallsSnapshot
            {
                Calls = [new OutgoingCall { Library = "Npgsql", Name = "update stock set n = ?", State = CallState.Executing, Count = 6, Chains = ownerExecutes ? [1, 2] : [1] }],
                Pools =
                [
                    new LibraryPool
                    {
                        Library = "Npgsql", Address = 0x20, Lends = "database connections", Peer = "db:5432/bank", Most = 100, InUse = 7,
                        Holders = [new PoolHolder { Chain = 1, Count = 6 }, new PoolHolder { Chain = 2, Count = 1, Does = does }],
                    },
                ],
            },
        });
    }
}
