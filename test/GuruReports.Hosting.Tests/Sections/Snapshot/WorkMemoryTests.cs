using GuruReports.Hosting.Sections.Work;
using GuruReports.Inspection.Snapshot.Model.Threads;
using GuruReports.Inspection.Snapshot.Model.Work;
using GuruReports.Inspection.Vocabulary;

namespace GuruReports.Hosting.Tests.Sections.Snapshot;

public sealed class WorkMemoryTests
{
    private static readonly DateTimeOffset s_start = new(2026, 11, 29, 3, 14, 15, TimeSpan.Zero);
    private readonly WorkMemory _memory = new();

    [Fact]
    public void Take_SamePlaceAgain_TellsSinceWhenAndTheLeastCount()
    {
        var first = _memory.Take([Work(20)], s_start);
        var second = _memory.Take([Work(12)], s_start.AddSeconds(41));
        var third = _memory.Take([Work(30)], s_start.AddSeconds(50));

        Assert.Null(Assert.Single(first));
        Assert.Equal(new WorkSeen(12, TimeSpan.FromSeconds(41)), Assert.Single(second));
        Assert.Equal(new WorkSeen(12, TimeSpan.FromSeconds(50)), Assert.Single(third));
    }

    [Fact]
    public void Take_AnotherWaitOrGoneInBetween_BeginsAnew()
    {
        _memory.Take([Work(1)], s_start);

        var other = _memory.Take([Work(1) with { Waits = "running" }], s_start.AddSeconds(1));
        var again = _memory.Take([Work(1)], s_start.AddSeconds(2));

        Assert.Null(Assert.Single(other));
        Assert.Null(Assert.Single(again));
    }

    [Fact]
    public void Take_WorkThatKnowsItsAge_IsNotRemembered()
    {
        _memory.Take([Work(1) with { WithoutAge = 0, OldestMilliseconds = 5 }], s_start);

        Assert.Null(Assert.Single(_memory.Take([Work(1) with { WithoutAge = 0, OldestMilliseconds = 1_005 }], s_start.AddSeconds(1))));
    }

    [Fact]
    public void Take_MoreKindsThanAreKept_ForgetsTheRest()
    {
        IReadOnlyList<WorkGroup> many = [.. Enumerable.Range(0, 1_500).Select(static number => Work(1) with { Name = $"work {number}" })];
        _memory.Take(many, s_start);

        var seen = _memory.Take(many, s_start.AddSeconds(1));

        Assert.Equal(1_000, seen.Count(static found => found is not null));
    }

    private static WorkGroup Work(int count) => new()
    {
        Kind = WorkKind.Service,
        Name = "Shop.Importer",
        Place = new SnapshotFrame { Method = "async Shop.Importer.ExecuteAsync", File = "Importer.cs", Line = 12, Owner = CodeOwner.Service },
        Waits = "awaiting Task.Delay",
        Count = count,
        WithoutAge = count,
    };
}
