using GuruReports.EndToEnd.Tests.Harness;

namespace GuruReports.EndToEnd.Tests.MainJob;

public sealed class SeveralHostsTests
{
    [Fact]
    public void Signal_TwoHostsInOneProcess_OneReportThatNamesEach()
    {
        using var service = ChildService.Start("two-hosts").WaitUntilReady();

        var report = service.SignalAndWait();

        Assert.Contains("heat-api, heat-engine", report, StringComparison.Ordinal);
        Assert.Equal(1, service.Error.Count(ReportLines.IsStart));
        Assert.Equal(1, service.Output.Count(line => line.Contains("GuruMeditation[1]", StringComparison.Ordinal)));
        Assert.Single(SectionTitles.Of(report), "Threads");
        Assert.Equal(2, SectionTitles.Of(report).Count(title => title.StartsWith("Stacks", StringComparison.Ordinal)));
    }
}
