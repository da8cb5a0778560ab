using GuruReports.Inspection.Snapshot.Model.Async;
using GuruReports.Inspection.Snapshot.Model.Calls;
using GuruReports.Inspection.Snapshot.Model.Heap;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Tests.Findings.Pool;

public class ExhaustedTests
{
    private static readonly WaitedPool s_pool = new()
    {
        Address = 0x10,
        TypeName = "Shop.Data.ConnectionPool",
        Waiting = 15,
        Chains = [1],
        InUse = 20,
        Limit = 20,
        IsExhausted = true,
    };

    [Fact]
    public void Evaluate_AllLentAndNobodyUsesOne_CriticalNotGivenBack()
    {
        var finding = Assert.Single(With(s_pool with { Lends = "database connections", Setting = "Maximum Pool Size" }).Findings());

        Assert.Equal(("GURU040", FindingSeverity.Critical, FindingCertainty.Certain), (finding.Id, finding.Severity, finding.Certainty));
        Assert.Equal("15 calls wait for one of the database connections, of which 20 of 20 are in use: none is free (Maximum Pool Size); no call in flight uses one: they were not given back", finding.Summary);
        Assert.Contains("waiting: 15 × async Bank.Orders.FindAsync Bank.cs:11", finding.Evidence);
    }

    [Fact]
    public void Evaluate_AllLentAndInUse_SaysByWhom()
    {
        var finding = Assert.Single(With(s_pool, Some.Chain(2, 20, AwaitKind.Socket, "a socket", "Shop.Data.Reader.ReadAsync", "Bank.Rows.LoadAsync")).Findings());

        Assert.Equal(FindingSeverity.Warning, finding.Severity);
        Assert.Contains("in use by: 20 × async Shop.Data.Reader.ReadAsync Bank.cs:10", finding.Evidence);
    }

    [Fact]
    public void Evaluate_PoolOfNoKnownKind_TellsItsNumbersAsSuspected()
    {
        var unknown = s_pool with { InUse = null, Limit = null, IsExhausted = false, IsGuess = true, Numbers = [new CountedName { Name = "waiters", Count = 15 }] };

        var finding = Assert.Single(With(unknown).Findings());

        Assert.Equal(FindingCertainty.Suspected, finding.Certainty);
        Assert.Contains("its numbers: waiters = 15", finding.Evidence);
    }

    [Theory]
    [InlineData(2, 20)]
    [InlineData(15, 7)]
    public void Evaluate_FewWaitOrSomeAreFree_Nothing(int waiting, int inUse)
    {
        Assert.Empty(With(s_pool with { Waiting = waiting, InUse = inUse, IsExhausted = inUse == 20 }).Findings());
    }

    [Fact]
    public void Evaluate_AllWhoHoldAMemberWaitForAnother_CriticalAndSaysSo()
    {
        var pool = s_pool with { Lends = "connections", Chains = [1, 2] };
        var known = new LibraryPool { Library = "Shop", Address = 0x10, Lends = "connections", InUse = 20, Holders = [new PoolHolder { Chain = 2, Count = 20 }] };
        var report = With(pool, known, Some.Chain(2, 20, AwaitKind.Unknown, "unknown", "Shop.Data.ConnectionPool.RentAsync", "Bank.Totals.SumAsync"));

        var finding = Assert.Single(report.Findings());

        Assert.Equal(FindingSeverity.Critical, finding.Severity);
        Assert.EndsWith("none is free; all who hold one wait for another themselves", finding.Summary, StringComparison.Ordinal);
        Assert.Contains("held by: 20 × async Shop.Data.ConnectionPool.RentAsync Bank.cs:10, which awaits unknown", finding.Evidence);
    }

    [Fact]
    public void Evaluate_MethodEndedUnseenInTheSnapshot_TaskFailed()
    {
        var report = new ReportBuilder().WithSnapshot(snapshot => snapshot with
        {
            Async = new AsyncSnapshot { PendingMethods = 0, LogicalStacks = 0, Faulted = [new FaultedTask { Method = "Bank.Mails.DeliverAllAsync", Owner = CodeOwner.Service, ExceptionType = "System.FormatException", Count = 1 }] },
        });

        var finding = Assert.Single(report.Findings());

        Assert.Equal("1 task ended with an exception that nobody looked at: FormatException in Bank.Mails.DeliverAllAsync", finding.Summary);
    }

    private static ReportBuilder With(WaitedPool pool, params AsyncChain[] others) => With(pool, null, others);

    private static ReportBuilder With(WaitedPool pool, LibraryPool? known, params AsyncChain[] others) => new ReportBuilder().WithSnapshot(snapshot => snapshot with
    {
        Calls = known is null ? null : new CallsSnapshot { Pools = [known] },
        Async = new AsyncSnapshot
        {
            PendingMethods = 40,
            LogicalStacks = 40,
            Chains = [Some.Chain(1, 15, AwaitKind.Unknown, "unknown", "Shop.Data.ConnectionPool.RentAsync", "Bank.Orders.FindAsync"), .. others],
            Pools = [pool],
        },
    });
}
