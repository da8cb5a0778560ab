using GuruReports.EndToEnd.Tests.Faults;

namespace GuruReports.EndToEnd.Tests.Scenarios;

/// <summary>A healthy service beside processes that use up the machine. Alone: other tests would be slowed too.</summary>
[Collection(FaultCollection.Name)]
[Trait("Category", "Scenarios")]
public class BusyMachineTests
{
    [Fact]
    public async Task Report_OthersUseAllProcessors_BlamesTheMachine()
    {
        using var neighbours = new BusyNeighbours();
        var scenario = (await ScenarioProcess.FindAsync("healthy-timers-idle")) with
        {
            Finding = "GURU020",
            Guilty = "others use",
            Environment = new() { ["GuruMeditation__Findings__Disabled__0"] = "none" },
        };

        var score = await ScenarioProcess.RunAsync(scenario);

        Assert.True(score.IsRight, score.ToString());
    }
}
