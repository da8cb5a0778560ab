using System.Globalization;
using GuruReports.EndToEnd.Tests.Faults;

namespace GuruReports.EndToEnd.Tests.Scenarios;

/// <summary>Trouble that comes from around the service: its heap's limit, its share of the processor, its disk.</summary>
[Trait("Category", "Scenarios")]
public class SurroundingsTests
{
    private const string Secret = "hY7-plum-Kettle-902";

    [Fact]
    public async Task Report_HeapAlmostFull_StaysReadableAndWithoutSecrets()
    {
        var scenario = (await ScenarioProcess.FindAsync("memory-limit")) with
        {
            // 96 MiB, of which nine tenths are taken.
            Environment = new() { ["DOTNET_GCHeapHardLimit"] = "0x6000000", ["SMTP_PASSWORD"] = Secret, ["GREETING"] = $"hello {Secret}" },
        };

        var report = await ScenarioProcess.ReadAsync(scenario);

        Assert.Contains("hard limit is", report, StringComparison.Ordinal);
        Assert.Contains("SessionService", report, StringComparison.Ordinal);
        Assert.Contains("hello ***", report, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, report, StringComparison.Ordinal);
    }

    [ProcessorQuotaFact]
    public async Task Report_ControlGroupWithTooFewProcessors_SaysThatItIsThrottled()
    {
        using var quota = new ProcessorQuota(40);

        var score = await ScenarioProcess.RunAsync(Named(await ScenarioProcess.FindAsync("healthy-hashing-loaded"), "GURU019", "of all periods"), process => quota.Add(process.Id));

        Assert.True(score.IsRight, score.ToString());
    }

    [RootFact]
    public async Task Report_DiskFull_NamesTheDirectory()
    {
        using var disk = new SmallDisk();
        var scenario = Named(await ScenarioProcess.FindAsync("healthy-timers-idle"), "GURU021", disk.Path) with
        {
            Environment = new() { ["GuruMeditation__Findings__Disabled__1"] = "none", ["TMPDIR"] = disk.Path },
        };

        var score = await ScenarioProcess.RunAsync(scenario);

        Assert.True(score.IsRight, score.ToString());
    }

    [RootTheory]
    [InlineData(null, "writing failed: {0} (tmpfs)")]
    [InlineData(8, "no more files can be made where writing failed, but 0 of 8")]
    public async Task Report_ServiceWritesUntilTheDiskTakesNoMore_NamesMountPathAndMethod(int? mostFiles, string told)
    {
        using var disk = new SmallDisk(mostFiles);
        var scenario = Named(await ScenarioProcess.FindAsync("healthy-spool"), "GURU021", $"where writing failed: {disk.Path}/receipt-") with
        {
            Environment = new() { ["GuruMeditation__Findings__Disabled__1"] = "none", ["SPOOL_DIRECTORY"] = disk.Path },
        };

        var score = await ScenarioProcess.RunAsync(scenario);

        Assert.True(score.IsRight, score.ToString());
        Assert.Contains(string.Format(CultureInfo.InvariantCulture, told, disk.Path), score.First, StringComparison.Ordinal);
        Assert.Contains("ReceiptSpool.WriteReceipt", score.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain("GURU035", score.Detail, StringComparison.Ordinal);
    }

    [RootFact]
    public async Task Report_FewPortsLeftTowardsOnePeer_NamesThePeer()
    {
        var score = await ScenarioProcess.RunAsync(Named(await ScenarioProcess.FindAsync("healthy-web-idle"), "GURU016", "127.0.0.1:"), prepare: start => FewPorts.Enter(start, 220));

        Assert.True(score.IsRight, score.ToString());
    }

    [Fact]
    public async Task Report_LibraryOfAnotherPublish_NamesIt()
    {
        const string library = "GuruReports.Reporting";
        using var copy = new DamagedDeployment(ScenarioProgram.Path, library);

        var score = await ScenarioProcess.RunAsync(Named(await ScenarioProcess.FindAsync("healthy-timers-idle"), "GURU024", library), prepare: start => start.ArgumentList[0] = copy.Program);

        Assert.True(score.IsRight, score.ToString());
    }

    private static ScenarioEntry Named(ScenarioEntry scenario, string finding, string guilty) => scenario with { Finding = finding, Guilty = guilty };
}
