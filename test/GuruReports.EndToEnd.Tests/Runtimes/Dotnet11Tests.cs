using System.Diagnostics;
using System.Text.Json;
using GuruReports.EndToEnd.Tests.Faults;
using GuruReports.EndToEnd.Tests.Harness;
using GuruReports.EndToEnd.Tests.Scenarios;
using GuruReports.EndToEnd.Tests.Work;
using GuruReports.Testing;

namespace GuruReports.EndToEnd.Tests.Runtimes;

/// <summary>
/// The shortest useful part of build/runtimes.sh: what .NET 11 keeps in other places than .NET 10, with the diagnostics port
/// closed, so that nothing but the ways inside the process can have told it.
/// </summary>
[Collection(FaultCollection.Name)]
public sealed class Dotnet11Tests(Dotnet11Tests.Runtime runtime) : IClassFixture<Dotnet11Tests.Runtime>
{
    [Theory]
    [InlineData("deadlock")]
    [InlineData("deadlock-ring")]
    [InlineData("abandoned-lock-scope")]
    public async Task Report_LocksWithDiagnosticsOff_NamesTheCauseAsOnDotnet10(string name)
    {
        var scenario = await ScenarioProcess.FindAsync(name);

        var report = JsonSerializer.Deserialize<JsonElement>(await ScenarioProcess.ReadAsync(scenario, WithoutPort));

        var score = ScenarioProcess.Score(scenario, report);
        Assert.True(score.IsRight, score.ToString());
        if (name.StartsWith("deadlock", StringComparison.Ordinal))
        {
            Assert.Equal("certain", report.GetProperty("findings")[0].GetProperty("certainty").GetString());
        }

        Assert.Contains("11.0.0", report.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void CaptureThreads_DiagnosticsOff_ShowsEveryKnownThread()
    {
        var start = new ProcessStartInfo("dotnet", [Programs.Find("test", "GuruReports.ThreadZoo"), "verify", "--lines"]) { RedirectStandardOutput = true };
        WithoutPort(start);
        using var zoo = Process.Start(start)!;

        var output = zoo.StandardOutput.ReadToEnd();
        zoo.WaitForExit();

        Assert.True(zoo.ExitCode == 0, output);
        Assert.StartsWith("first: InProcess", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Report_FiveHundredRequestsWhileCollectionsRun_AreToldAsOnDotnet10()
    {
        using var zoo = new WebZoo(["many", "load"], runtime.Other, ("DOTNET_TieredCompilation", "0"));

        var report = zoo.Report(static groups => ExpectedWork.Differences(groups, isMany: true).Count == 0);

        Assert.Empty(ExpectedWork.Differences(WebZoo.Groups(report), isMany: true));
    }

    private void WithoutPort(ProcessStartInfo start)
    {
        runtime.Other.Take(start);
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
    }

    /// <summary>Holds the runtime for all tests.</summary>
    public sealed class Runtime : IDisposable
    {
        internal OtherRuntime Other { get; } = new("11.0.0");

        public void Dispose() => Other.Dispose();
    }
}
