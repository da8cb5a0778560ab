using GuruReports.EndToEnd.Tests.Harness;

namespace GuruReports.EndToEnd.Tests.MainJob;

public sealed class BadSectionsTests
{
    [Fact]
    public void Report_SectionsMisbehave_EachSaysSoAndTheRestIsWhole()
    {
        using var service = ChildService.Start("bad-sections", Settings.Of(("SectionTimeout", "00:00:02"), ("MaximumReportSize", "262144"))).WaitUntilReady();

        var report = service.SignalAndWait();

        Assert.Contains("the cheese is gone", report, StringComparison.Ordinal);
        Assert.Contains("did not return within 2 s; its thread stands at", report, StringComparison.Ordinal);
        Assert.Contains("BadSectionsHost.Hang()", report, StringComparison.Ordinal);
        Assert.Contains("the generator returned null", report, StringComparison.Ordinal);
        Assert.Contains("no such cheese", report, StringComparison.Ordinal);
        Assert.Contains("the last section is whole", report, StringComparison.Ordinal);
        Assert.InRange(report.Length, 1000, 262144 + 4096);
        service.Ping();
    }

    [Fact]
    public void Report_SectionHangsAgain_IsQuarantinedByNameAndTheRestPrints()
    {
        using var service = ChildService.Start("bad-sections", Settings.Of(("SectionTimeout", "00:00:02"), ("MinimumInterval", "00:00:00"))).WaitUntilReady();
        service.SignalAndWait();

        var report = service.SignalAndWait();

        Assert.Contains("an earlier call has not returned yet", report, StringComparison.Ordinal);
        Assert.Contains("the last section is whole", report, StringComparison.Ordinal);
    }
}
