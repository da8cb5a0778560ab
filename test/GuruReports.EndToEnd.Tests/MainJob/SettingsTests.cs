using GuruReports.EndToEnd.Tests.Harness;
using GuruReports.Testing;

namespace GuruReports.EndToEnd.Tests.MainJob;

public sealed class SettingsTests
{
    [Theory]
    [InlineData("SectionTimeout", "soon", "a time span such as 00:00:05")]
    [InlineData("Format", "Pdf", "Text, Json, Xml, Html")]
    [InlineData("Destination", "Printer", "StandardError")]
    [InlineData("Signal", "SIGNOPE", "SIGUSR1")]
    [InlineData("RetainedReports", "0", "1 to 100000")]
    [InlineData("Burst:Count", "99", "1 to 20")]
    [InlineData("Redaction:KeyPatterns:0", "(", "regular expression")]
    public void Start_BadSetting_HostStopsAndNamesKeyValueAndWhatIsAllowed(string key, string value, string allowed)
    {
        using var service = ChildService.Start("plain", Settings.Of((key, value)));

        Assert.NotEqual(0, service.WaitForExit());

        var error = service.Describe();
        Assert.Contains("GuruMeditation:" + key, error, StringComparison.Ordinal);
        Assert.Contains("'" + value + "'", error, StringComparison.Ordinal);
        Assert.Contains(allowed, error, StringComparison.Ordinal);
    }

    [Fact]
    public void Start_UnknownKey_IsWarnedOfAndTheReportKnowsTheWarning()
    {
        using var service = ChildService.Start("plain", Settings.Of(("Destnation", "File"))).WaitUntilReady();

        service.Ping();

        Assert.Contains("GuruMeditation:Destnation", service.Output.ToString(), StringComparison.Ordinal);
        Assert.Contains("GuruMeditation[2 UnknownSetting]  The setting", service.SignalAndWait(), StringComparison.Ordinal);
    }

    [Fact]
    public void Start_NamesThatThereAreNotAndADirectoryThatCannotBeUsed_AreTold()
    {
        string[] told =
        [
            "GuruMeditation:Sections:Exclude names Threds, and there is no such section here",
            "GuruMeditation:Findings:Disabled names STARVED, and there is no such finding here",
            "Report files cannot be written as it is now: the directory /proc/nowhere cannot be made",
        ];
        using var service = ChildService.Start(
            "plain",
            Settings.Of(("Sections:Exclude", "Threds"), ("Findings:Disabled", "STARVED"), ("Destination", "StandardError, File"), ("Directory", "/proc/nowhere"))).WaitUntilReady();

        Until.True(() => told.All(line => service.Output.ToString().Contains(line, StringComparison.Ordinal)), Limits.Start, service.Output.ToString);
    }

    [Fact]
    public void Sections_Excluded_AreNotInTheReport()
    {
        using var service = ChildService.Start("plain", Settings.Of(("Sections:Exclude:0", "environment"), ("Sections:Exclude:1", "Package"))).WaitUntilReady();

        var titles = SectionTitles.Of(service.SignalAndWait());

        Assert.DoesNotContain("Environment", titles);
        Assert.DoesNotContain("Package", titles);
        Assert.Contains("Threads", titles);
    }
}
