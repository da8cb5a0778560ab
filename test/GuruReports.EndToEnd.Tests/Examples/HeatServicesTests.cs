using GuruReports.EndToEnd.Tests.Harness;
using GuruReports.Testing;

namespace GuruReports.EndToEnd.Tests.Examples;

/// <summary>The product of five services: the sick one names its cause, the others have nothing to complain of.</summary>
public sealed class HeatServicesTests
{
    [ToolFact("curl")]
    public void Script_EngineIsStuck_EachReportsAndTheEngineSaysWhy()
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

        var run = Command.Run("env", "CONFIGURATION=" + configuration, Repository.PathOf("examples", "HeatServices", "run.sh"), "--no-build");

        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        Assert.Contains("DEADLOCK  2 threads wait for each other", run.Output, StringComparison.Ordinal);
        foreach (var service in new[] { "heat-api", "heat-api-cfn", "heat-api-cloudwatch", "heat-engine", "heat-all" })
        {
            Assert.Contains($"=== {service}: GuruMeditation: report ", run.Output, StringComparison.Ordinal);
        }

        Assert.Contains("2 of 5 stacks are in progress", run.Output, StringComparison.Ordinal);
        Assert.Contains("Stack Locks (heat-engine)", run.Output, StringComparison.Ordinal);
    }
}
