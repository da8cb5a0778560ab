using GuruReports.Hosting.History.NearMisses;

namespace GuruReports.Hosting.Tests.History;

public sealed class NearMissStoreTests
{
    private readonly ManualClock _clock = new();

    [Fact]
    public void Add_MoreThanAreKept_TheWorstStayInOrderOfTime()
    {
        var store = new NearMissStore(_clock);

        foreach (var lasted in new[] { 300, 900, 310, 320, 800, 330, 340, 350, 360, 700 })
        {
            store.Add(new NearMiss(NearMissKind.Pool, _clock.GetUtcNow()) { Lasted = TimeSpan.FromMilliseconds(lasted) });
            _clock.Advance(TimeSpan.FromSeconds(40));
        }

        var facts = store.Read();
        Assert.Equal([900, 320, 800, 330, 340, 350, 360, 700], facts.Worst.Select(miss => (int)miss.Lasted.TotalMilliseconds));
        Assert.Equal(10, facts.Count);
    }

    [Fact]
    public void Read_AfterAnHour_KnowsNoneOfThem()
    {
        var store = new NearMissStore(_clock);
        store.Add(new NearMiss(NearMissKind.Pool, _clock.GetUtcNow()));
        store.Count();

        _clock.Advance(TimeSpan.FromMinutes(61));

        Assert.Equal((0, 0), (store.Read().Worst.Count, store.Read().Count));
    }
}
