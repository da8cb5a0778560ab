using System.Globalization;
using GuruReports.EndToEnd.Tests.Faults;
using Xunit.Abstractions;

namespace GuruReports.EndToEnd.Tests.Scenarios;

/// <summary>
/// Every scenario in a process of its own: sick ones must be named first and right, healthy ones left alone. Once each, or
/// as often as GURU_SICK_RUNS and GURU_HEALTHY_RUNS say (build/scenarios.sh prints the tables). Each has two processors to
/// itself: whether one spins, or a snapshot comes in time, cannot be told on a machine that others use up.
/// </summary>
[Collection(FaultCollection.Name)]
[Trait("Category", "Scenarios")]
public class ScenarioTests(ITestOutputHelper output)
{
    private const double ToRecognise = 0.9;
    private const int AgainWhenWrong = 2;
    private static readonly SemaphoreSlim s_atOnce = new(Math.Max(1, Environment.ProcessorCount / 2));

    [Fact]
    public Task Report_Sick_FirstFindingNamesTheCause() => CheckAsync("Sick", AgainWhenWrong, share: 0);

    [Fact]
    public Task Report_Variant_FirstFindingNamesTheCauseAtLeastNineTimesInTen() => CheckAsync("Variant", 1, ToRecognise);

    [Fact]
    public Task Report_Unseen_FirstFindingNamesTheCauseAtLeastNineTimesInTen() => CheckAsync("Unseen", 1, ToRecognise);

    [Fact]
    public async Task Report_Healthy_NothingAboveInformation() => FailByName(await RunAllAsync("Healthy"));

    // The machine's other users can spoil a run: what was wrong is run twice more. It must be right in so many of the two;
    // what is wrong for ever fails by its name, however many others are right.
    private async Task CheckAsync(string kind, int rightOnes, double share)
    {
        var scores = await RunAllAsync(kind);
        var again = await RunAsync(scores.Where(score => !score.IsRight).Select(score => score.Scenario).Distinct(), AgainWhenWrong);

        FailByName(again.GroupBy(score => score.Scenario.Name).Where(runs => runs.Count(run => run.IsRight) < rightOnes).Select(runs => runs.First(run => !run.IsRight)));
        var right = scores.Count(score => score.IsRight);
        Assert.True(right >= scores.Count * share, $"{right} of {scores.Count} right; wrong were {string.Join(", ", scores.Where(score => !score.IsRight).Select(score => score.Scenario.Name))}");
    }

    private static void FailByName(IEnumerable<ScenarioScore> scores)
    {
        var wrong = scores.Where(score => !score.IsRight).ToList();
        Assert.True(wrong.Count == 0, string.Join("\n\n", wrong));
    }

    private async Task<IReadOnlyList<ScenarioScore>> RunAllAsync(string kind)
    {
        var chosen = Environment.GetEnvironmentVariable("GURU_SCENARIO");
        var scenarios = (await ScenarioProcess.ListAsync()).Where(scenario => scenario.Kind == kind && (chosen is null || chosen.Split(',').Contains(scenario.Name)));
        var scores = await RunAsync(scenarios, Runs(kind == "Healthy" ? "GURU_HEALTHY_RUNS" : "GURU_SICK_RUNS"));
        output.WriteLine($"{kind}: {scores.Count(score => score.IsRight)} of {scores.Count} right");
        return scores;
    }

    private async Task<IReadOnlyList<ScenarioScore>> RunAsync(IEnumerable<ScenarioEntry> scenarios, int runs)
    {
        var scores = await Task.WhenAll(scenarios.SelectMany(scenario => Enumerable.Repeat(scenario, runs)).Select(RunAsync));
        foreach (var scenario in scores.GroupBy(score => score.Scenario.Name))
        {
            var wrong = scenario.Where(score => !score.IsRight).ToList();
            output.WriteLine($"{scenario.Count() - wrong.Count,3} of {scenario.Count()}  {wrong.FirstOrDefault() ?? scenario.First()}");
        }

        return scores;
    }

    private static int Runs(string variable) => int.Parse(Environment.GetEnvironmentVariable(variable) ?? "1", CultureInfo.InvariantCulture);

    private static async Task<ScenarioScore> RunAsync(ScenarioEntry scenario)
    {
        await s_atOnce.WaitAsync();
        try
        {
            return await ScenarioProcess.RunAsync(scenario);
        }
        finally
        {
            s_atOnce.Release();
        }
    }
}
