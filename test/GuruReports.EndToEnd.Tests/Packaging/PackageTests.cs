using System.Reflection.PortableExecutable;
using System.Text.Json;
using GuruReports.EndToEnd.Tests.Harness;

namespace GuruReports.EndToEnd.Tests.Packaging;

[Collection(PackagesCollection.Name)]
public sealed class PackageTests(ConsumerFixture consumer)
{
    [Theory]
    [InlineData("10.0.0")]
    [InlineData("11.0.0")]
    public void Service_ThatReferencesThePackages_ReportsWithStacksAndSnapshot(string extensions)
    {
        var folder = consumer.Publish($"-p:Extensions={extensions}");
        using var service = ChildService.StartProgram(Path.Combine(folder, "Consumer.dll"), []).WaitUntilReady();

        var report = service.SignalAndWait();

        Assert.Contains("waiting for async Main", report, StringComparison.Ordinal);
        Assert.Contains("async Intake.ExecuteAsync", report, StringComparison.Ordinal);
    }

    [Fact]
    public void Service_ThatReferencesThePackages_IsPulledUpInNothing()
    {
        var folder = consumer.Publish("-p:Extensions=10.0.0");

        using var dependencies = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "Consumer.deps.json")));
        var extensions = dependencies.RootElement.GetProperty("libraries").EnumerateObject().Select(library => library.Name.Split('/'))
            .Where(library => library[0].StartsWith("Microsoft.Extensions.", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(extensions);
        Assert.All(extensions, library => Assert.Equal("10.0.0", library[1]));
    }

    [Fact]
    public void Service_WithSerilogExtensionsHosting_ReportIsOneEventOfSerilog()
    {
        var folder = consumer.Publish("-p:Serilog=true");
        var settings = new Dictionary<string, string>
        {
            ["Serilog__Using__0"] = "Serilog.Sinks.Console",
            ["Serilog__WriteTo__0__Name"] = "Console",
            ["GuruMeditation__Destination"] = "Logger",
        };
        using var service = ChildService.StartProgram(Path.Combine(folder, "Consumer.dll"), [], settings).WaitUntilReady();

        service.Kill(Signals.Usr1);

        service.Output.WaitFor(line => line.Contains(" WRN] Guru Meditation Report", StringComparison.Ordinal), Limits.Report, service);
        service.Output.WaitFor(line => line.StartsWith("end of report", StringComparison.Ordinal), Limits.Report, service);
    }

    [Theory]
    [InlineData("linux-x64", "any any any x64", true)]
    [InlineData("linux-arm64", "arm64 arm64 arm64", true)]
    [InlineData("linux-musl-x64", "musl-x64 musl-x64 musl-x64", true)]
    [InlineData("linux-arm", "any any any", false)]
    [InlineData("win-x64", "", false)]
    public void Publish_ForAMachine_HasTheAssembliesThatItCanLoad(string runtime, string forms, bool precompiled)
    {
        var folder = consumer.Publish("--runtime", runtime, "--no-self-contained", "-p:UseAppHost=false");

        Assert.All(
            ["GuruReports.Hosting.dll", "GuruReports.Inspection.dll", "GuruReports.Reporting.dll"],
            file => Assert.Equal(precompiled && ConsumerFixture.IsRelease, IsPrecompiled(Path.Combine(folder, file))));
        var helpers = Path.Combine(folder, "guru-reports");
        string[] found = Directory.Exists(helpers) ? [.. Directory.GetFiles(helpers, "*", SearchOption.AllDirectories).Select(file => Path.GetFileName(Path.GetDirectoryName(file))!).Order(StringComparer.Ordinal)] : [];
        // Where nothing links machine code, its form is the hosted one, of three files.
        Assert.Equal(forms.Replace(" x64", ConsumerFixture.HasNativeHelper ? " x64" : " x64 x64 x64", StringComparison.Ordinal), string.Join(' ', found));
    }

    [Theory]
    [InlineData("Native", "x64", null)]
    [InlineData("Hosted", "any", null)]
    [InlineData("None", "", "this service was published with GuruReportsSnapshotHelper=None, without a helper that could run here")]
    public void Publish_WithTheHelperThatWasChosen_HasItAloneAndReportsByIt(string choice, string forms, string? reason)
    {
        var folder = consumer.Publish("--runtime", "linux-x64", "--no-self-contained", "-p:GuruReportsSnapshotHelper=" + choice);
        using var service = ChildService.StartProgram(Path.Combine(folder, "Consumer.dll"), [], Settings.Of(("Format", "Json"))).WaitUntilReady();

        var text = service.SignalAndWait();

        var helpers = Path.Combine(folder, "guru-reports");
        Assert.Equal(forms, Directory.Exists(helpers) ? string.Join(' ', Directory.GetDirectories(helpers).Select(Path.GetFileName)) : "");
        using var report = JsonDocument.Parse(text[text.IndexOf('{', StringComparison.Ordinal)..(text.LastIndexOf('}') + 1)]);
        var locks = report.RootElement.GetProperty("sections").EnumerateArray().Single(static section => section.GetProperty("title").GetString() == "Locks");
        Assert.Equal(reason, locks.TryGetProperty("reason", out var why) ? why.GetString() : null);
    }

    private static bool IsPrecompiled(string assembly)
    {
        using var reader = new PEReader(File.OpenRead(assembly));
        return reader.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size > 0;
    }
}
