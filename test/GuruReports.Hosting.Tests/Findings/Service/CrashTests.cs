using GuruReports.Hosting.Facts.Runtime;
using GuruReports.Inspection.Threads;
using GuruReports.Reporting.Model;
using static GuruReports.Hosting.Tests.Findings.ThreadBuilder;

namespace GuruReports.Hosting.Tests.Findings.Service;

public class CrashTests
{
    [Fact]
    public void Evaluate_ReportOfACrash_CrashFirstAndTheWaitForTheReportIsNoFinding()
    {
        var report = new ReportBuilder()
            .For("unhandled System.InvalidOperationException on thread #9")
            .With(Thread(9).WithRole(ThreadRole.Finalizer).At("Bank.Feed", "Fall", 12).Through("GuruReports.Hosting.Triggers.CrashTrigger", "OnUnhandled").JoiningThread())
            .With(new ExceptionFacts { Since = DateTimeOffset.UnixEpoch, Total = 1, Types = [new ThrownTypeFacts { Type = "System.InvalidOperationException", Count = 1, Message = "the feed falls" }] });

        var finding = Assert.Single(report.Findings());

        Assert.Equal(("GURU041", FindingSeverity.Critical), (finding.Id, finding.Severity));
        Assert.Equal("the process ends: InvalidOperationException was thrown in Bank.Feed.Fall and nobody handles it", finding.Summary);
        Assert.Equal(["System.InvalidOperationException: the feed falls", "  on #9 at Bank.Feed.Fall() Feed.cs:12"], finding.Evidence);
    }

    [Fact]
    public void Evaluate_OrdinaryReport_NoCrash()
    {
        Assert.Empty(new ReportBuilder().For("SIGUSR1").Findings());
    }
}
