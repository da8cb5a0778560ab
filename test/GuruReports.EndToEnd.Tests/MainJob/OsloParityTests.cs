using GuruReports.EndToEnd.Tests.Harness;

namespace GuruReports.EndToEnd.Tests.MainJob;

/// <summary>What the ancestor's own tests assert, replayed; the configuration canaries have a class of their own.</summary>
public sealed class OsloParityTests
{
    [Fact]
    public void Report_Sections_ComeInTheAncestorsOrder()
    {
        using var service = ChildService.Start("cheese").WaitUntilReady();

        var report = service.SignalAndWait();

        string[] ancestral = ["Package", "Threads", "Green Threads", "Processes", "Configuration", "Cheese Types"];
        Assert.Equal(ancestral, SectionTitles.Of(report).Where(ancestral.Contains));
        Assert.Contains("====                        Guru Meditation                         ====", report, StringComparison.Ordinal);
    }

    [Fact]
    public void Report_RegisteredSection_AppearsWithItsKeys()
    {
        using var service = ChildService.Start("cheese").WaitUntilReady();

        var report = service.SignalAndWait();

        Assert.Matches(@"\n\s*foo\s+=\s+bar", report);
        Assert.Contains("cheddar", report, StringComparison.Ordinal);
        Assert.Contains("GB", report, StringComparison.Ordinal);
    }

    [Fact]
    public void Report_ClockAtNoonOfNewYear_FileIsNamedByServiceAndTime()
    {
        using var directory = new ReportDirectory();
        using var service = ChildService.Start(
            "clock", Settings.Of(("ServiceName", "fake-service"), ("Destination", "File"), ("Directory", directory.Path))).WaitUntilReady();

        service.SignalAndWait();

        Assert.StartsWith("fake-service_gurumeditation_20140101120000", Path.GetFileName(Assert.Single(directory.Files)), StringComparison.Ordinal);
    }

    [Fact]
    public void Report_TwoInOneSecond_TwoFiles()
    {
        using var directory = new ReportDirectory();
        using var service = ChildService.Start(
            "clock", Settings.Of(("Destination", "File"), ("Directory", directory.Path), ("MinimumInterval", "00:00:00"))).WaitUntilReady();

        service.SignalAndWait();
        service.SignalAndWait();

        Assert.Equal(2, directory.Files.Length);
    }

    [Fact]
    public void Report_PackageWithoutVendor_SaysSo()
    {
        using var service = ChildService.Start("plain").WaitUntilReady();

        var report = service.SignalAndWait();

        Assert.Matches(@"(?i)vendor\s+=\s+\S", report);
    }

    [Fact]
    public void Report_GeneratorThrows_ItsExceptionIsNamedAndTheProcessLives()
    {
        using var service = ChildService.Start("bad-sections", Settings.Of(("SectionTimeout", "00:00:02"))).WaitUntilReady();

        var report = service.SignalAndWait();

        Assert.Contains("System.InvalidOperationException: the cheese is gone", report, StringComparison.Ordinal);
        service.Ping();
    }

    [Fact]
    public void Report_TriggerDirectoryIsReportDirectory_OneReport()
    {
        using var directory = new ReportDirectory();
        using var service = ChildService.Start(
            "plain",
            Settings.Of(("Destination", "StandardError, File"), ("Directory", directory.Path), ("RequestFile", directory.Path), ("MinimumInterval", "00:00:00"))).WaitUntilReady();

        service.SignalAndWait();
        service.SignalAndWait();

        Assert.Equal(2, service.Error.Count(ReportLines.IsStart));
        Assert.Equal(2, directory.Files.Length);
    }
}
