using GuruReports.EndToEnd.Tests.Faults;

namespace GuruReports.EndToEnd.Tests.Scenarios;

/// <summary>Services whose collector is busy: their reports say who allocates, and why collections happen.</summary>
[Collection(FaultCollection.Name)]
[Trait("Category", "Scenarios")]
public class AllocatorTests
{
    // A look has a limit, which a machine that others use up can pass: then the report says that it did.
    private const int Runs = 3;

    [Theory]
    [InlineData("gc-pauses", "% at Scenarios.Sick.ReportBuilder.BuildRows(Int32 count) ReportBuilder.cs:", "because enough small objects were allocated")]
    [InlineData("gc-induced", "because code asked for it, most often at Scenarios.Sick.ImageService.FreeMemory() ImageService.cs:", "why collections happened")]
    public async Task Report_CollectorIsBusy_NamesWhoMakesItSo(string scenario, params string[] expected)
    {
        var entry = await ScenarioProcess.FindAsync(scenario);
        IEnumerable<string> missing = [];
        for (var run = 0; run < Runs; run++)
        {
            var text = await ScenarioProcess.ReadAsync(entry);
            missing = expected.Where(words => !text.Contains(words, StringComparison.Ordinal));
            if (!missing.Any())
            {
                return;
            }

            Assert.Contains("who allocates", text, StringComparison.Ordinal);
        }

        Assert.Empty(missing);
    }
}
