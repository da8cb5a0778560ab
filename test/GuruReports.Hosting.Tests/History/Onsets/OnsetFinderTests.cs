using GuruReports.Hosting.History;
using GuruReports.Hosting.History.Onsets;

namespace GuruReports.Hosting.Tests.History.Onsets;

public sealed class OnsetFinderTests
{
    private const int Length = 900;
    private const int At = 810;

    [Fact]
    public void Find_Step_TellsTheRowOfTheStep()
    {
        var series = Series(row => row < At ? 10 : 400);

        var onset = OnsetFinder.Find(series, floor: 5);

        Assert.NotNull(onset);
        Assert.InRange(onset.Value.Row, At - 2, At + 2);
        Assert.Equal(10, onset.Value.Before, 1.0);
        Assert.Equal(400, onset.Value.Now, 1.0);
        Assert.False(onset.Value.IsGrowing);
    }

    [Fact]
    public void Find_Ramp_TellsWhereItBegan()
    {
        var series = Series(row => row < At ? 10 : 10 + ((row - At) * 5));

        var onset = OnsetFinder.Find(series, floor: 5);

        Assert.NotNull(onset);
        Assert.InRange(onset.Value.Row, At - 2, At + 2);
        Assert.True(onset.Value.IsGrowing);
    }

    [Theory]
    [InlineData(1, 40)]
    [InlineData(2, 30)]
    [InlineData(4, 60)]
    public void Find_RiseThatThenStays_TellsItsFirstStep(int step, int rows)
    {
        var series = Series(row => 16 + (step * Math.Clamp(row - At + 1, 0, rows)));

        var onset = OnsetFinder.Find(series, floor: 5);

        Assert.NotNull(onset);
        Assert.InRange(onset.Value.Row, At - 2, At + 2);
    }

    [Fact]
    public void Find_SlowRiseOutOfSomethingUneasy_TellsItsFoot()
    {
        var series = Series(row => 2 + (row % 30 is > 9 and < 14 ? 3 : 0) + Math.Clamp(row - At + 1, 0, 40));

        var onset = OnsetFinder.Find(series, floor: 5);

        Assert.NotNull(onset);
        Assert.InRange(onset.Value.Row, At - 2, At + 2);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Find_NoisyStep_TellsItWithinTwoRows(int seed)
    {
        var random = new Random(seed);
        var series = Series(row => (row < At ? 100 : 200) + (random.NextDouble() * 20));

        var onset = OnsetFinder.Find(series, floor: 5);

        Assert.NotNull(onset);
        Assert.InRange(onset.Value.Row, At - 2, At + 2);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Find_Noise_FindsNothing(int seed)
    {
        var random = new Random(seed);
        var series = Series(_ => 100 + (random.NextDouble() * 50));

        Assert.Null(OnsetFinder.Find(series, floor: 5));
    }

    [Fact]
    public void Find_Level_FindsNothing() => Assert.Null(OnsetFinder.Find(Series(_ => 5_000_000_000), floor: 5));

    [Fact]
    public void Find_BurstThatIsOver_FindsNothing()
    {
        var series = Series(row => row is > 300 and < 360 ? 500 : 10);

        Assert.Null(OnsetFinder.Find(series, floor: 5));
    }

    [Fact]
    public void Find_BurstThatIsOverThenStep_TellsTheStep()
    {
        var series = Series(row => row is > 300 and < 360 ? 500 : row < At ? 10 : 400);

        var onset = OnsetFinder.Find(series, floor: 5);

        Assert.NotNull(onset);
        Assert.InRange(onset.Value.Row, At - 2, At + 2);
    }

    [Fact]
    public void Find_StepDown_TellsIt()
    {
        var series = Series(row => row < At ? 1.5 : 0.01);

        var onset = OnsetFinder.Find(series, floor: 0.1);

        Assert.NotNull(onset);
        Assert.InRange(onset.Value.Row, At - 2, At + 2);
        Assert.True(onset.Value.Now < onset.Value.Before);
    }

    [Fact]
    public void Find_UnknownRows_AreLeftOut()
    {
        var series = Series(row => row % 3 == 0 ? double.NaN : row < At ? 10 : 400);

        var onset = OnsetFinder.Find(series, floor: 5);

        Assert.NotNull(onset);
        Assert.InRange(onset.Value.Row, At - 3, At + 3);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void Find_FewRows_FindsNothing(int rows) => Assert.Null(OnsetFinder.Find(new float[rows], floor: 5));

    private static float[] Series(Func<int, double> value) => [.. Enumerable.Range(0, Length).Select(row => (float)value(row))];
}
