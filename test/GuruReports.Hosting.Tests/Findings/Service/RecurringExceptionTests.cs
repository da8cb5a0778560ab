using GuruReports.Hosting.Facts.Resources;
using GuruReports.Hosting.Facts.Runtime;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Tests.Findings.Service;

public class RecurringExceptionTests
{
    private const string Ledger = "Bank.LedgerException";

    [Fact]
    public void Evaluate_UnknownExceptionRecursAtOnePlace_IsInformation()
    {
        var finding = Assert.Single(With([Thrown(Ledger, 20)]).Findings());

        Assert.Equal(("GURU013", FindingSeverity.Information, FindingCertainty.Suspected), (finding.Id, finding.Severity, finding.Certainty));
    }

    [Fact]
    public void Evaluate_UnknownExceptionRecursAndIsLoggedAsAnError_WorkFails()
    {
        var finding = Assert.Single(With([Thrown(Ledger, 20)], new LoggedExceptionFacts([Ledger], "Microsoft.AspNetCore.Server.Kestrel", 18, DateTimeOffset.UnixEpoch)).Findings());

        Assert.Equal((FindingSeverity.Warning, FindingCertainty.Likely), (finding.Severity, finding.Certainty));
        Assert.Equal("LedgerException makes work fail again and again at one place, 20 times in 30 s: Bank.Ledger.Post", finding.Summary);
        Assert.Contains("logged as an error by Microsoft.AspNetCore.Server.Kestrel, 18 of the last events", finding.Evidence);
    }

    [Fact]
    public void Evaluate_LoggedWithinAnotherException_WorkFails()
    {
        var finding = Assert.Single(With([Thrown(Ledger, 20)], new LoggedExceptionFacts(["System.InvalidOperationException", Ledger], "Bank", 9, DateTimeOffset.UnixEpoch)).Findings());

        Assert.Equal(FindingSeverity.Warning, finding.Severity);
    }

    [Theory]
    [InlineData(2, 0)]
    [InlineData(9, 600)]
    public void Evaluate_LoggedSeldomOrLongAgo_IsInformation(int count, int secondsAgo)
    {
        var finding = Assert.Single(With([Thrown(Ledger, 20)], new LoggedExceptionFacts([Ledger], "Bank", count, DateTimeOffset.UnixEpoch - TimeSpan.FromSeconds(secondsAgo))).Findings());

        Assert.Equal(FindingSeverity.Information, finding.Severity);
    }

    [Fact]
    public void Evaluate_ExceptionThatAnotherOneWrapsAsOften_IsToldWithThat()
    {
        var report = With([Thrown("Bank.ShopException", 20), Thrown(Ledger, 20)], latest: new ThrownEventFacts { At = DateTimeOffset.UnixEpoch, Type = "Bank.ShopException", Inner = [$"{Ledger}: row 7"] });

        var finding = Assert.Single(report.Findings());

        Assert.StartsWith("ShopException", finding.Summary, StringComparison.Ordinal);
        Assert.Contains($"  within it: {Ledger}: row 7", finding.Evidence);
    }

    [Fact]
    public void Evaluate_TwoUnknownExceptionsRecur_BothAreToldTheGraverFirst()
    {
        var findings = With([Thrown("System.FormatException", 40), Thrown(Ledger, 20)], new LoggedExceptionFacts([Ledger], "Bank", 9, DateTimeOffset.UnixEpoch)).Findings();

        Assert.Equal([FindingSeverity.Warning, FindingSeverity.Information], findings.Select(static finding => finding.Severity));
    }

    private static ReportBuilder With(IReadOnlyList<ThrownTypeFacts> types, LoggedExceptionFacts? logged = null, ThrownEventFacts? latest = null) => new ReportBuilder()
        .With(new ExceptionFacts { Since = DateTimeOffset.UnixEpoch - TimeSpan.FromMinutes(1), Total = 40, Types = types, Latest = latest is null ? [] : [latest] })
        .With(new LogFacts(logged is null ? [] : [logged]));

    private static ThrownTypeFacts Thrown(string type, int count) => new()
    {
        Type = type,
        Count = count,
        FirstAt = DateTimeOffset.UnixEpoch - TimeSpan.FromSeconds(30),
        LastAt = DateTimeOffset.UnixEpoch,
        ThrowSites = [new CountFacts("Bank.Ledger.Post", count)],
    };
}
