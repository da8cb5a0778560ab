using GuruReports.Hosting.Facts.Resources;
using GuruReports.Hosting.Facts.Runtime;
using GuruReports.Inspection.Snapshot.Model.Async;
using GuruReports.Inspection.Snapshot.Model.Queues;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Tests.Findings.Service;

public class FailureTests
{
    [Fact]
    public void Evaluate_RefusedAgainAndAgain_FailingWithTargetAndPlace()
    {
        var report = With(
            Thrown("System.Net.Sockets.SocketException", FailureKind.Refused, 16),
            Thrown("Npgsql.NpgsqlException", FailureKind.Refused, 16) with
            {
                IsWrapped = true,
                Targets = [new CountFacts("127.0.0.1:5432", 16)],
                ThrowSites = [new CountFacts("Npgsql.Connector.Open awaited by Bank.Outbox.Publish", 16)],
            });

        var finding = Assert.Single(report.Findings());

        Assert.Equal(("GURU035", FindingSeverity.Warning, FindingCertainty.Certain), (finding.Id, finding.Severity, finding.Certainty));
        Assert.Equal("connections to 127.0.0.1:5432 are refused: nothing listens there, 16 times in 30 s, the last time 1 s before this report", finding.Summary);
        Assert.Contains("  thrown in Npgsql.Connector.Open awaited by Bank.Outbox.Publish", finding.Evidence);
    }

    [Fact]
    public void Evaluate_RefusedOnce_Nothing()
    {
        Assert.Empty(With(Thrown("System.Net.Sockets.SocketException", FailureKind.Refused, 1)).Findings());
    }

    [Fact]
    public void Evaluate_RefusedLongAgo_Nothing()
    {
        var then = DateTimeOffset.UnixEpoch - TimeSpan.FromHours(1);

        Assert.Empty(With(Thrown("System.Net.Sockets.SocketException", FailureKind.Refused, 20) with { FirstAt = then - TimeSpan.FromSeconds(20), LastAt = then }).Findings());
    }

    [Fact]
    public void Evaluate_RefusedEveryTenMinutes_Failing()
    {
        var last = DateTimeOffset.UnixEpoch - TimeSpan.FromMinutes(9);

        Assert.Equal("GURU035", Assert.Single(With(Thrown("System.Net.Sockets.SocketException", FailureKind.Refused, 4) with { FirstAt = last - TimeSpan.FromMinutes(30), LastAt = last }).Findings()).Id);
    }

    [Fact]
    public void Evaluate_OwnTimeLimitPasses_InformationOnly()
    {
        Assert.Equal(FindingSeverity.Information, Assert.Single(With(Thrown("System.TimeoutException", FailureKind.TimedOut, 100)).Findings()).Severity);
    }

    [Theory]
    [InlineData(0, "4 wait for something in channel Rates._rates, which is empty; no call in flight is seen to have its writer; whether a later request, timer or event fills it is unknown")]
    [InlineData(27, "27 are in channel Rates._rates; no call in flight reads it")]
    public void Evaluate_TaskThatFailedHadAQueue_TellsWhoMissesIt(int length, string told)
    {
        var queue = new LibraryQueue { Kind = "channel", TypeName = "Channel<Rate>", Address = 0x20, Length = length, ReadersWaiting = 4, Places = ["Bank.Rates._rates"], ReaderChains = length == 0 ? [1] : [], WriterChains = [] };
        var report = new ReportBuilder().WithSnapshot(snapshot => snapshot with
        {
            Queues = length == 0 ? new QueuesSnapshot { Waited = [queue] } : new QueuesSnapshot { Queues = [queue] },
            Async = new AsyncSnapshot
            {
                PendingMethods = 4,
                LogicalStacks = 4,
                Chains = [Some.Chain(1, 4, AwaitKind.ChannelRead, "the channel is empty", "Bank.Rates.NextAsync")],
                Faulted = [new FaultedTask { Method = "Bank.Rates.PumpAsync", Owner = CodeOwner.Service, ExceptionType = "System.FormatException", Count = 1 }],
            },
        });

        var finding = Assert.Single(report.Findings());

        Assert.Equal("GURU039", finding.Id);
        Assert.Contains(told, finding.Evidence);
    }

    [Fact]
    public void Evaluate_OtherExceptions_Nothing()
    {
        Assert.Empty(With(Thrown("System.FormatException", FailureKind.None, 100)).Findings());
    }

    [Theory]
    [InlineData("System.FormatException", 12, 1)]
    [InlineData("System.OperationCanceledException", 12, 0)]
    [InlineData("System.FormatException", 3, 0)]
    public void Evaluate_SameExceptionAtOnePlaceAgainAndAgain_InformationOnly(string type, int count, int expected)
    {
        var findings = With(Thrown(type, FailureKind.None, count) with { ThrowSites = [new CountFacts("Bank.Import.Parse", count)] }).Findings();

        Assert.Equal(expected, findings.Count);
        Assert.All(findings, finding => Assert.Equal(FindingSeverity.Information, finding.Severity));
    }

    [Fact]
    public void Evaluate_TaskCollectedUnobserved_TaskFailed()
    {
        var report = new ReportBuilder().With(Facts() with { Unobserved = [new FaultedTaskFacts { Type = "System.FormatException", Method = "Bank.Mails.DeliverAllAsync", ThrownIn = "Bank.Mails.Deliver", Count = 1 }] });

        var finding = Assert.Single(report.Findings());

        Assert.Equal(("GURU039", FindingSeverity.Warning), (finding.Id, finding.Severity));
        Assert.Equal("1 task ended with an exception that nobody looked at: FormatException in Bank.Mails.DeliverAllAsync", finding.Summary);
    }

    private static ReportBuilder With(params ThrownTypeFacts[] types) => new ReportBuilder().With(Facts() with { Types = types });

    private static ExceptionFacts Facts() => new() { Since = DateTimeOffset.UnixEpoch - TimeSpan.FromHours(1), Total = 100 };

    private static ThrownTypeFacts Thrown(string type, FailureKind kind, long count) => new()
    {
        Type = type,
        Kind = kind,
        Count = count,
        FirstAt = DateTimeOffset.UnixEpoch - TimeSpan.FromSeconds(31),
        LastAt = DateTimeOffset.UnixEpoch - TimeSpan.FromSeconds(1),
    };
}
