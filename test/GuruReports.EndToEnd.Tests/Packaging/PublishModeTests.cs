using System.Runtime.InteropServices;
using System.Text.Json;
using GuruReports.EndToEnd.Tests.Harness;

namespace GuruReports.EndToEnd.Tests.Packaging;

/// <summary>A service starts, reads its settings, arms and reports in each way in which it can be published, and its report says what that way cannot tell.</summary>
[Collection(PackagesCollection.Name)]
public sealed class PublishModeTests(ConsumerFixture consumer)
{
    private const string Whole = "complete";

    private static readonly string[] s_forThisMachine = ["--runtime", RuntimeInformation.RuntimeIdentifier];

    [Fact]
    public void Trimmed_Reports_WholeWhereTheHelperIsMachineCodeElseSaysWhyThereIsNoSnapshot() =>
        Check(Whole, ConsumerFixture.HasNativeHelper ? Whole : "this self-contained service was published without startup hooks", [.. s_forThisMachine, "--self-contained", "-p:PublishTrimmed=true", "-p:TrimmerSingleWarn=false"]);

    [Fact]
    public void SingleFile_Reports_Whole() => Check(Whole, Whole, [.. s_forThisMachine, "--no-self-contained", "-p:PublishSingleFile=true"]);

    [Fact]
    public void DeniedCodeAtRunTime_Reports_WholeAsItIsNotCompiledAheadOfTime() => Check(Whole, Whole, [.. s_forThisMachine, "--no-self-contained", "-p:DynamicCodeSupport=false"]);

    [LongFact]
    public void SelfContained_Reports_Whole() => Check(Whole, Whole, [.. s_forThisMachine, "--self-contained"]);

    [LongFact]
    public void SelfContainedSingleFile_Reports_Whole() => Check(Whole, Whole, [.. s_forThisMachine, "--self-contained", "-p:PublishSingleFile=true"]);

    [LongFact]
    public void ReadyToRunComposite_Reports_Whole() =>
        Check(Whole, Whole, [.. s_forThisMachine, "--self-contained", "-p:PublishReadyToRun=true", "-p:PublishReadyToRunComposite=true"]);

    [NativeAotFact]
    public void NativeAot_Reports_AndSaysWhatItCannotTell() =>
        Check("no stacks: they need CoreCLR; this service is compiled ahead of time", "snapshots need CoreCLR; this service is compiled ahead of time", [.. s_forThisMachine, "-p:PublishAot=true", "-p:TrimmerSingleWarn=false", "-p:StripSymbols=false"]);

    private void Check(string threads, string locks, string[] mode)
    {
        var folder = consumer.Publish(out var said, [.. mode, "-p:EnableConfigurationBindingGenerator=true"]);
        var settings = Settings.Of(("Format", "Json"), ("ServiceName", "known-by-its-settings"), ("Sections:Exclude", "Environment, Metrics"), ("Redaction:KeyPatterns", "shoe"));
        using var service = ChildService.StartProgram(Path.Combine(folder, "Consumer"), [], new Dictionary<string, string>(settings) { ["Left__Shoe"] = "laces-4711" }).WaitUntilReady();

        var text = service.SignalAndWait();
        service.Kill(Signals.Term);

        using var report = JsonDocument.Parse(text[text.IndexOf('{', StringComparison.Ordinal)..(text.LastIndexOf('}') + 1)]);
        var sections = report.RootElement.GetProperty("sections").EnumerateArray().ToDictionary(section => section.GetProperty("title").GetString()!, Said);
        Assert.Equal("known-by-its-settings", report.RootElement.GetProperty("service").GetProperty("name").GetString());
        Assert.DoesNotContain("Environment", sections.Keys);
        Assert.DoesNotContain("Metrics", sections.Keys);
        Assert.Contains("Left", text, StringComparison.Ordinal);
        Assert.DoesNotContain("laces-4711", text, StringComparison.Ordinal);
        Assert.Equal(0, service.WaitForExit());
        Assert.StartsWith(threads, sections["Threads"], StringComparison.Ordinal);
        Assert.StartsWith(locks, sections["Locks"], StringComparison.Ordinal);
        Assert.Equal("none thrown", SummaryOf(report, "Exceptions")[..11]);
        if (locks == Whole)
        {
            Assert.All(sections, static section => Assert.Equal(Whole, section.Value));
        }

        Assert.DoesNotContain(said.Split('\n'), line => line.Contains("warning IL", StringComparison.Ordinal) && line.Contains("GuruReports", StringComparison.Ordinal));
    }

    private static string SummaryOf(JsonDocument report, string title) => report.RootElement.GetProperty("sections").EnumerateArray()
        .Single(section => section.GetProperty("title").GetString() == title).GetProperty("summary").GetString()!;

    private static string Said(JsonElement section) =>
        section.TryGetProperty("reason", out var reason) && reason.GetString() is { } why ? why : section.GetProperty("status").GetString()!;
}
