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
    public async Task Report_Sick_FirstFindingNamesTheCause()
    {
        var scores = await RunAllAsync("Sick");

        // The machine's other users can spoil one run: what was wrong is run twice more and must be right both times.
        var again = await RunAsync(scores.Where(score => !score.IsRight).Select(score => score.Scenario).Distinct(), AgainWhenWrong);
        Assert.DoesNotContain(again, score => !score.IsRight);
    }

    [Fact]
    public async Task Report_Variant_FirstFindingNamesTheCauseAtLeastNineTimesInTen()
    {
        var scores = await RunAllAsync("Variant");

        var right = scores.Count(score => score.IsRight);
        Assert.True(right >= scores.Count * ToRecognise, $"{right} of {scores.Count} right");
    }

    [Fact]
    public async Task Report_Unseen_FirstFindingNamesTheCauseAtLeastNineTimesInTen()
    {
        var scores = await RunAllAsync("Unseen");

        var right = scores.Count(score => score.IsRight);
        Assert.True(right >= scores.Count * ToRecognise, $"{right} of {scores.Count} right");
    }

    [Fact]
    public async Task Report_Healthy_NothingAboveInformation()
    {
        var scores = await RunAllAsync("Healthy");

        Assert.DoesNotContain(scores, score => !score.IsRight);
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
