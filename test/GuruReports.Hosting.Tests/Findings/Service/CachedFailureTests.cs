using GuruReports.Hosting.Facts.Host;
using GuruReports.Hosting.Facts.Resources;
using GuruReports.Hosting.Facts.Runtime;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Tests.Findings.Service;

public class CachedFailureTests
{
    [Fact]
    public void Evaluate_OneExceptionIsThrownAgainAndAgain_KeptFailure()
    {
        var finding = Assert.Single(Kept(times: 40, agoSeconds: 3).Findings());

        Assert.Equal(("GURU048", FindingSeverity.Warning), (finding.Id, finding.Severity));
        Assert.Equal("one and the same InvalidOperationException is thrown again and again, 40 times long after it came up", finding.Summary);
        Assert.Contains("  thrown in Bank.Flags.Load", finding.Evidence);
    }

    [Theory]
    [InlineData(2, 3)]
    [InlineData(40, 600)]
    public void Evaluate_FewTimesOrLongAgo_Nothing(int times, int agoSeconds) => Assert.Empty(Kept(times, agoSeconds).Findings());

    [Fact]
    public void Evaluate_OptionsThatFailAreKeptAsFailed_OnlyTheOptionsAreTold()
    {
        var report = Kept(40, 3, "Microsoft.Extensions.Options.OptionsValidationException")
            .With(new ConfigurationFacts { OptionsFailures = [new OptionsFailureFacts("Bank.MailOptions", "", ["Server is missing"])] });

        Assert.Equal("GURU025", Assert.Single(report.Findings()).Id);
    }

    private static ReportBuilder Kept(int times, int agoSeconds, string type = "System.InvalidOperationException") => new ReportBuilder().With(new ExceptionFacts
    {
        Since = DateTimeOffset.UnixEpoch - TimeSpan.FromHours(1),
        Total = 1,
        LastMinute = 1,
        PerSecond = 0,
        Types =
        [
            new ThrownTypeFacts
            {
                Type = type,
                Count = 1,
                FirstAt = DateTimeOffset.UnixEpoch - TimeSpan.FromMinutes(30),
                LastAt = DateTimeOffset.UnixEpoch - TimeSpan.FromMinutes(30),
                KeptCount = times,
                KeptAt = DateTimeOffset.UnixEpoch - TimeSpan.FromSeconds(agoSeconds),
                ThrowSites = [new CountFacts("Bank.Flags.Load", 1)],
            },
        ],
    });
}
