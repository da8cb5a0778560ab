using GuruReports.EndToEnd.Tests.Faults;

namespace GuruReports.EndToEnd.Tests.Scenarios;

/// <summary>Services whose collector is busy: their reports say who allocates, and why collections happen.</summary>
[Collection(FaultCollection.Name)]
[Trait("Category", "Scenarios")]
public class AllocatorTests
{
    [Theory]
    [InlineData("gc-pauses", "% at Scenarios.Sick.ReportBuilder.BuildRows(Int32 count) ReportBuilder.cs:")]
    [InlineData("gc-pauses", "because enough small objects were allocated")]
    [InlineData("gc-induced", "because code asked for it, most often at Scenarios.Sick.ImageService.FreeMemory() ImageService.cs:")]
    public async Task Report_CollectorIsBusy_FirstFindingNamesWhoMakesItSo(string scenario, string evidence)
    {
        var entry = (await ScenarioProcess.FindAsync(scenario)) with { Guilty = evidence };

        var score = await ScenarioProcess.RunAsync(entry);

        Assert.True(score.IsRight, score.ToString());
    }
}
