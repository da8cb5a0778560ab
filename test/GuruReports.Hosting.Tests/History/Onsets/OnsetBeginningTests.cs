using GuruReports.Hosting.History;
using GuruReports.Hosting.History.Onsets;

namespace GuruReports.Hosting.Tests.History.Onsets;

/// <summary>Services that fell sick soon after their start, slowly, out of noise, or not for the first time: which row their sickness is dated to.</summary>
public sealed class OnsetBeginningTests
{
    private const int At = 29;

    // Recorded of a service at rest in which 40 items of the pool wanted a lock that is never given back, from row 29 on.
    private static readonly float[] s_threadsBehindLock =
    [
        16, 15, 16, .. Enumerable.Repeat(15f, 26), 18, 19, 20, 21, 23, 24, 25, 26, 27, 28, 29, 30, 32, 33, 34, 35, 36, 37, 38, 39, 41, 43, 44, 46, 47, 48, 50, 51, 52, 53, 54,
        56, 57, 57, 57, 57, .. Enumerable.Repeat(56f, 16), .. Enumerable.Repeat(55f, 38),
    ];

    private static readonly float[] s_workersBehindLock =
    [
        .. Enumerable.Repeat(0f, 29), 2, 3, 4, 5, 7, 8, 9, 10, 11, 12, 13, 14, 16, 17, 18, 19, 20, 21, 22, 23, 25, 27, 28, 30, 31, 32, 34, 35, 36, 37, 38, 40,
        .. Enumerable.Repeat(41f, 20), .. Enumerable.Repeat(40f, 38),
    ];

    // Recorded of one in which 40 items blocked on tasks.
    private static readonly float[] s_workersOfStarvedPool = [.. Enumerable.Repeat(0f, 29), 7, 16, 21, 25, 29, 33, 37, .. Enumerable.Repeat(41f, 20), 40, 40, 40];

    [Fact]
    public void Find_PoolThatGrewBehindLock_TellsTheRowOfTheFirstWaiter()
    {
        AssertAt(At, s_workersBehindLock);
        AssertAt(At, s_threadsBehindLock);
        AssertAt(At, s_workersBehindLock.AsSpan(0, 70));
        AssertAt(At, s_workersBehindLock.AsSpan(0, 45));
    }

    [Fact]
    public void Find_PoolThatStarved_TellsTheRowOfTheFirstWaiter()
    {
        var onset = AssertAt(At, s_workersOfStarvedPool);

        Assert.Equal(0, onset.Before);
        Assert.False(onset.IsGrowing);
    }

    [Fact]
    public void Find_RiseThatEndedLongAgo_IsNoGrowth() => Assert.False(AssertAt(At, s_workersBehindLock).IsGrowing);

    [Fact]
    public void Find_RiseUnderWay_IsGrowth() => Assert.True(AssertAt(At, s_workersBehindLock.AsSpan(0, 55)).IsGrowing);

    [Fact]
    public void Find_BusyStart_DoesNotHideWhatComesSoonAfter() =>
        AssertAt(At, Series(120, row => (row < 6 ? 1.5 : 0.01) + (row < At ? 0 : 1)), floor: 0.2);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Find_SlowRiseOutOfNoise_TellsWhereItsLineBegan(int seed)
    {
        var random = new Random(seed);

        AssertAt(810, Series(900, row => 16 + Noise(random) + Math.Clamp(row - 810 + 1, 0, 40)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Find_RateThatFellToNothing_TellsTheRow(int seed)
    {
        var random = new Random(seed);

        AssertAt(810, Series(900, row => row < 810 ? 50 + (7 * Noise(random)) : 0));
    }

    [Fact]
    public void Find_FastRiseThatSlowsDown_TellsItsFirstRow() => AssertAt(At, Series(120, row => row < At ? 0 : 40 * (1 - Math.Exp(-(row - At + 1) / 15.0))));

    [Fact]
    public void Find_GrowthThatBecomesFaster_TellsItsFirstRow() => AssertAt(600, Series(900, row => row < 600 ? 0 : Math.Pow(row - 600 + 1, 2) / 4));

    [Fact]
    public void Find_GrowthSlowerThanTheTimeBefore_IsFound() =>
        AssertAt(300, Series(900, row => (50 + (0.2 * Math.Max(0, row - 300))) * (1 << 20)), floor: 16 << 20);

    [Fact]
    public void Find_RiseAndDecline_TellsTheRise() => AssertAt(600, Series(900, row => row < 600 ? 5 : row < 630 ? 5 + ((row - 599) * 3) : Math.Max(50, 95 - (row - 630))));

    [Fact]
    public void Find_LaterChangeThatIsGreater_TellsTheLater()
    {
        var onset = AssertAt(780, Series(900, row => row < 300 ? 2 : 8 + Math.Clamp(row - 779, 0, 42)));

        Assert.Equal(8, onset.Before, 0.5);
    }

    [Fact]
    public void Find_LaterChangeThatIsSmaller_TellsTheEarlier() => AssertAt(300, Series(900, row => row < 300 ? 2 : row < 780 ? 50 : 56));

    [Theory]
    [InlineData(40)]
    [InlineData(9999)]
    public void Find_RiseFromTheFirstRowOn_FindsNothing(int most)
    {
        foreach (var rows in (int[])[60, 120, 300, 900])
        {
            Assert.Null(OnsetFinder.Find(Series(rows, row => Math.Min(row + 1, most)), floor: 5));
        }
    }

    [Fact]
    public void Find_RiseFromTheFirstRowOnThenStep_TellsTheStep() => AssertAt(600, Series(900, row => Math.Min(row + 1, 30) + (row < 600 ? 0 : 100)));

    private static Onset AssertAt(int row, ReadOnlySpan<float> series, double floor = 5)
    {
        var onset = OnsetFinder.Find(series, floor);

        Assert.NotNull(onset);
        Assert.InRange(onset.Value.Row, row - 2, row + 2);
        return onset.Value;
    }

    private static double Noise(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private static float[] Series(int rows, Func<int, double> value) => [.. Enumerable.Range(0, rows).Select(row => (float)value(row))];
}
