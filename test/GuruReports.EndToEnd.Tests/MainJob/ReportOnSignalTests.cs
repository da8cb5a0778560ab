using System.Globalization;
using System.Text.Json;
using GuruReports.EndToEnd.Tests.Harness;
using GuruReports.Reporting;

namespace GuruReports.EndToEnd.Tests.MainJob;

public sealed class ReportOnSignalTests
{
    [Fact]
    public void Signal_OneLineOfRegistration_ReportOnStandardErrorAndServiceServes()
    {
        using var service = ChildService.Start("plain").WaitUntilReady();

        var report = service.SignalAndWait();

        Assert.Contains("Guru Meditation", report, StringComparison.Ordinal);
        Assert.Contains("CommandReader.Read()", report, StringComparison.Ordinal);
        Assert.Contains("pid " + service.Id.ToString(CultureInfo.InvariantCulture), report, StringComparison.Ordinal);
        Assert.Contains("assemblies beside the framework:", report, StringComparison.Ordinal);
        Assert.DoesNotContain("HealthChecks", report, StringComparison.Ordinal);
        service.Ping();
    }

    [Fact]
    public void Signal_DefaultBuilderRegisteredTwice_SectionsComeOnce()
    {
        using var service = ChildService.Start("default-builder").WaitUntilReady();

        var report = service.SignalAndWait();

        Assert.Equal(SectionTitles.Of(report).Distinct(), SectionTitles.Of(report));
        service.Ping();
    }

    [Fact]
    public void Signal_LoggerAsDestination_OneEventWithTheReportAndNothingOnStandardError()
    {
        using var service = ChildService.Start("plain", Settings.Of(("Destination", "Logger"), ("LogCategory", "Ops.Reports"), ("LogLevel", "Error"))).WaitUntilReady();

        service.Kill(Signals.Usr1);
        service.Output.WaitFor(line => line.StartsWith("fail: Ops.Reports", StringComparison.Ordinal) && line.Contains("end of report", StringComparison.Ordinal), Limits.Report, service);
        service.Ping();

        Assert.Equal("", service.Error.ToString());
    }

    [Fact]
    public void Signal_LoggerWhoseCategoryIsOff_ReportIsOnStandardError()
    {
        using var service = ChildService.Start("plain", Settings.Of(("Destination", "Logger"), ("LogLevel", "Trace"))).WaitUntilReady();

        service.Kill(Signals.Usr1);
        service.Error.WaitFor(line => line.Contains("Guru Meditation", StringComparison.Ordinal), Limits.Report, service);

        var last = service.Error.WaitFor(ReportLines.IsEnd, Limits.Report, service);
        Assert.Contains("logging is off for category GuruMeditation at level Trace", service.Error.Between(last, last), StringComparison.Ordinal);
    }

    [Fact]
    public void Signal_SummaryForTheLog_NamesTheFile()
    {
        using var directory = new ReportDirectory();
        using var service = ChildService.Start("plain", Settings.Of(("Destination", "Logger, File"), ("LogSummary", "true"), ("Directory", directory.Path))).WaitUntilReady();

        service.Kill(Signals.Usr1);
        service.Output.WaitFor(line => line.Contains("the report: " + directory.Path, StringComparison.Ordinal), Limits.Report, service);

        Assert.Equal(0, service.Output.Count(line => line.Contains("end of report", StringComparison.Ordinal)));
        Assert.Contains("end of report", File.ReadAllText(Assert.Single(directory.Files)), StringComparison.Ordinal);
    }

    [Fact]
    public void Start_FormatterOfOneLineForReports_IsTold()
    {
        using var service = ChildService.Start("plain", Settings.Of(("Destination", "Logger")));

        service.Output.WaitFor(line => line.Contains("the console formatter simple, with SingleLine puts each on one line", StringComparison.Ordinal), Limits.Start, service);
    }

    [Fact]
    public void Signal_ExampleWithSerilog_OneEventWithTheReport()
    {
        using var service = ChildService.StartProgram(Programs.Find("examples", "SerilogService"), []);
        service.Output.WaitFor(line => line.Contains("Application started", StringComparison.Ordinal), Limits.Start, service);

        service.Kill(Signals.Usr1);

        service.Output.WaitFor(line => line.Contains(" WRN] Guru Meditation Report", StringComparison.Ordinal), Limits.Report, service);
        service.Output.WaitFor(line => line.StartsWith("end of report", StringComparison.Ordinal), Limits.Report, service);
        service.Output.WaitFor(line => line.Contains(" INF] Sorted letter", StringComparison.Ordinal), Limits.Answer, service);
    }

    [Fact]
    public void Signal_FileAsDestination_OneFileOfModeOwnerOnly()
    {
        using var directory = new ReportDirectory();
        using var service = ChildService.Start("plain", Settings.Of(("Destination", "StandardError, File"), ("Directory", directory.Path))).WaitUntilReady();

        var report = service.SignalAndWait();

        var file = Assert.Single(directory.Files);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        Assert.Contains(file, report, StringComparison.Ordinal);
        Assert.Contains("Guru Meditation", File.ReadAllText(file), StringComparison.Ordinal);
        service.Ping();
    }

    [Fact]
    public void Signal_UnusableDirectory_ReportFallsBackToStandardErrorWithTheReason()
    {
        using var service = ChildService.Start("plain", Settings.Of(("Destination", "File"), ("Directory", "/proc/no-such-place"))).WaitUntilReady();

        var report = service.SignalAndWait();

        Assert.Contains("Guru Meditation  ", report, StringComparison.Ordinal);
        Assert.Contains("/proc/no-such-place", report, StringComparison.Ordinal);
    }

    [Fact]
    public void Signal_AnotherSignalConfigured_ReportOnThatSignal()
    {
        using var service = ChildService.Start("plain", Settings.Of(("Signal", "USR2"))).WaitUntilReady();

        service.Kill(Signals.Usr2);

        Assert.Contains("SIGUSR2", service.WaitForReport(), StringComparison.Ordinal);
    }

    [Fact]
    public void Request_ByCode_ReportWithItsReason()
    {
        using var service = ChildService.Start("plain").WaitUntilReady();

        service.Send("request");

        Assert.Contains("asked on standard input", service.WaitForReport(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Text")]
    [InlineData("Json")]
    [InlineData("Xml")]
    [InlineData("Html")]
    public void Capture_ByCode_RendersInEveryFormat(string format)
    {
        using var service = ChildService.Start("programmatic", environment: null, format);

        Assert.Equal(0, service.WaitForExit());

        var text = service.Output.ToString();
        Assert.Contains("a test asks", text, StringComparison.Ordinal);
        Assert.Contains("ProgrammaticHost", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Capture_ReadBackFromItsJson_RendersToTheSameBytesElsewhere()
    {
        using var folder = new ReportDirectory();
        using var service = ChildService.Start("report-files", environment: null, folder.Path);
        Assert.Equal(0, service.WaitForExit());

        using var json = File.OpenRead(Path.Combine(folder.Path, nameof(ReportFormat.Json)));
        var report = ReportJson.Read(json);

        Assert.Contains(report.Sections, section => section.Title == "Threads");
        Assert.All(Enum.GetValues<ReportFormat>(), format => Assert.Equal(File.ReadAllText(Path.Combine(folder.Path, format.ToString())), ReportRendering.Render(report, format)));
    }

    [Fact]
    public void Capture_AsJson_IsOneDocumentWithAVersionAndAllSections()
    {
        using var service = ChildService.Start("programmatic", environment: null, "Json");

        service.WaitForExit();

        var text = service.Output.ToString();
        using var json = JsonDocument.Parse(text[text.IndexOf('{', StringComparison.Ordinal)..(text.LastIndexOf('}') + 1)]);
        Assert.Equal(1, json.RootElement.GetProperty("schemaVersion").GetInt32());
        Assert.Contains(json.RootElement.GetProperty("sections").EnumerateArray(), s => s.GetProperty("title").GetString() == "Configuration");
    }
}
