using Asking = GuruReports.SnapshotReader.Sequences.Asking;
using Choosing = GuruReports.SnapshotReader.Sequences.Choosing;
using Collecting = GuruReports.SnapshotReader.Sequences.Collecting;
using Joining = GuruReports.SnapshotReader.Sequences.Joining;
using Measuring = GuruReports.SnapshotReader.Sequences.Measuring;
using Projecting = GuruReports.SnapshotReader.Sequences.Projecting;
using Sifting = GuruReports.SnapshotReader.Sequences.Sifting;
using Sorting = GuruReports.SnapshotReader.Sequences.Sorting;

namespace GuruReports.SnapshotReader.Tests.Sequences;

/// <summary>The helper's sequences do what the framework's do.</summary>
public sealed class SequencesTests
{
    private sealed record Item(int Number, string Name, int? Age);

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 20)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Sorting_AnyItems_AreAsTheFrameworkSortsThem(int seed)
    {
        var items = Items(seed);

        var sorted = Sorting.OrderByDescending(items, static item => item.Number).ThenBy(static item => item.Age).ThenByDescending(static item => item.Name, StringComparer.Ordinal);

        Assert.Equal(items.OrderByDescending(static item => item.Number).ThenBy(static item => item.Age).ThenByDescending(static item => item.Name, StringComparer.Ordinal), sorted);
        Assert.Equal(items.OrderBy(static item => item.Age), Sorting.OrderBy(items, static item => item.Age));
        Assert.Equal(Names(items).Order(StringComparer.Ordinal), Sorting.Order(Names(items), StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Projecting_AnyItems_BecomeWhatTheFrameworkMakes(int seed)
    {
        var items = Items(seed);

        var parts = Projecting.SelectMany(items, static item => item.Name, static (item, letter) => (item.Number, letter));

        Assert.Equal(items.SelectMany(static item => item.Name, static (item, letter) => (item.Number, letter)), parts);
        Assert.Equal(items.SelectMany(static item => item.Name), Projecting.SelectMany(items, static item => item.Name));
        Assert.Equal(items.Select(static item => item.Age), Projecting.Select(items, static item => item.Age));
        Assert.Equal(items.Select(static (item, index) => item.Number * index), Projecting.Select(items, static (item, index) => item.Number * index));
        Assert.Equal(items.Select(static item => item.Age).OfType<int>(), Projecting.OfType<int>(items.Select(static item => item.Age)));
        Assert.Equal(items, Projecting.Cast<Item>(items.Cast<object>()));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Choosing_AnyItems_AreThoseOfTheFramework(int seed)
    {
        var items = Items(seed);

        var wanted = Choosing.Where(items, static item => item.Number % 2 == 0);

        Assert.Equal(items.Where(static item => item.Number % 2 == 0), wanted);
        Assert.Equal(items.TakeWhile(static item => item.Number != 3), Choosing.TakeWhile(items, static item => item.Number != 3));
        foreach (var count in new[] { -1, 0, 1, 5, 1000 })
        {
            Assert.Equal(items.Take(count), Choosing.Take(items, count));
            Assert.Equal(items.Skip(count), Choosing.Skip(items, count));
            Assert.Equal(items.TakeLast(count), Choosing.TakeLast(items, count));
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void SiftingAndJoining_AnyItems_AreThoseOfTheFramework(int seed)
    {
        var (names, others) = (Names(Items(seed)), Names(Items(seed + 1)));

        var distinct = Sifting.Distinct(names, StringComparer.OrdinalIgnoreCase);

        Assert.Equal(names.Distinct(StringComparer.OrdinalIgnoreCase), distinct);
        Assert.Equal(names.DistinctBy(static name => name.Length), Sifting.DistinctBy(names, static name => name.Length));
        Assert.Equal(names.Union(others), Sifting.Union(names, others));
        Assert.Equal(names.Except(others), Sifting.Except(names, others));
        Assert.Equal(names.Intersect(others), Sifting.Intersect(names, others));
        Assert.Equal(names.Concat(others).Append("last").Prepend("first"), Joining.Prepend(Joining.Append(Joining.Concat(names, others), "last"), "first"));
        Assert.Equal(names.DefaultIfEmpty("none"), Joining.DefaultIfEmpty(names, "none"));
        Assert.Equal(Enumerable.Range(0, seed), Joining.Numbers(seed));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Collecting_AnyItems_AreGroupedAsByTheFramework(int seed)
    {
        var items = Items(seed);

        var groups = Collecting.GroupBy(items, static item => item.Number, static item => item.Name);

        Assert.Equal(items.GroupBy(static item => item.Number, static item => item.Name).Select(static group => (group.Key, string.Join(' ', group))), groups.Select(static group => (group.Key, string.Join(' ', group))));
        Assert.Equal(items.GroupBy(static item => item.Name, StringComparer.OrdinalIgnoreCase).Select(static group => (group.Key, group.Count())), Collecting.GroupBy(items, static item => item.Name, StringComparer.OrdinalIgnoreCase).Select(static group => (group.Key, group.Count)));
        Assert.Equal(items.ToLookup(static item => item.Name.Length)[2], Collecting.ToLookup(items, static item => item.Name.Length)[2]);
        Assert.Equal(items.ToLookup(static item => item.Name.Length, static item => item.Age)[99], Collecting.ToLookup(items, static item => item.Name.Length, static item => item.Age)[99]);
        Assert.Equal(items.ToHashSet(), Collecting.ToHashSet(items));
        Assert.Equal(items.Distinct().ToDictionary(static item => item, static item => item.Age), Collecting.ToDictionary(items.Distinct(), static item => item, static item => item.Age));
        Assert.Equal(items, Collecting.ToArray(items.Where(static _ => true)));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Measuring_AnyItems_IsWhatTheFrameworkMeasures(int seed)
    {
        var items = Items(seed);

        var oldest = Measuring.Max(items, static item => item.Age);

        Assert.Equal(items.Max(static item => item.Age), oldest);
        Assert.Equal(items.Select(static item => item.Age).Min(), Measuring.Min(items.Select(static item => item.Age)));
        Assert.Equal(items.MaxBy(static item => item.Number), Measuring.MaxBy(items, static item => item.Number));
        Assert.Equal(items.MinBy(static item => item.Number), Measuring.MinBy(items, static item => item.Number));
        Assert.Equal(items.Sum(static item => (long)item.Number), Measuring.Sum(items, static item => (long)item.Number));
        Assert.Equal(items.Count(static item => item.Age > 3), Measuring.Count(items, static item => item.Age > 3));
        Assert.Equal(items.Where(static item => item.Age > 3).Count(), Measuring.Count(items.Where(static item => item.Age > 3)));
        Assert.Equal(items.Aggregate(7, static (sum, item) => (sum * 31) + item.Number), Measuring.Aggregate(items, 7, static (sum, item) => (sum * 31) + item.Number));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Asking_AnyItems_IsAnsweredAsByTheFramework(int seed)
    {
        var items = Items(seed);

        var first = Asking.FirstOrDefault(items, static item => item.Age is null);

        Assert.Equal(items.FirstOrDefault(static item => item.Age is null), first);
        Assert.Equal(items.FirstOrDefault(), Asking.FirstOrDefault(items));
        Assert.Equal(items.LastOrDefault(), Asking.LastOrDefault(items));
        Assert.Equal(items.Count > 0, Asking.Any(items));
        Assert.Equal(items.Any(static item => item.Number == 3), Asking.Any(items, static item => item.Number == 3));
        Assert.Equal(items.All(static item => item.Number != 3), Asking.All(items, static item => item.Number != 3));
        Assert.Equal(items.Select(static item => item.Number).Contains(3), Asking.Contains(items.Select(static item => item.Number), 3));
        Assert.True(Asking.SequenceEqual(items, items.ToList()));
        Assert.False(Asking.SequenceEqual(items, items.Append(new Item(1, "", null))));
        Assert.False(Asking.SequenceEqual(items.Append(new Item(1, "", null)), items));
    }

    [Fact]
    public void Contains_SetWithComparer_AsksTheSet()
    {
        IEnumerable<string> names = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "Orders" };

        var contains = Asking.Contains(names, "orders");

        Assert.True(contains);
    }

    [Fact]
    public void Distinct_AskedTwice_AnswersTwice()
    {
        var distinct = Sifting.Distinct([1, 1, 2]);

        Assert.Equal([1, 2], distinct);
        Assert.Equal([1, 2], distinct);
    }

    [Fact]
    public void Extremes_OfNothing_AreNullOrAnError()
    {
        Item[] none = [];

        Assert.Null(Measuring.MaxBy(none, static item => item.Number));
        Assert.Null(Measuring.Max(none, static item => item.Age));
        Assert.Throws<InvalidOperationException>(() => Measuring.Max(none, static item => item.Number));
        Assert.Throws<InvalidOperationException>(() => Asking.First(none));
    }

    [Fact]
    public void Single_OneOrOther_IsThatOneOrAnError()
    {
        Assert.Equal(7, Asking.Single([7]));
        Assert.Throws<InvalidOperationException>(() => Asking.Single<int>([]));
        Assert.Throws<InvalidOperationException>(() => Asking.Single([7, 8]));
    }

    [Fact]
    public void Take_MoreThereThanWanted_AsksForNoMore()
    {
        var asked = 0;

        var taken = Choosing.Take(Projecting.Select(Enumerable.Range(0, 10), number => asked++), 3).ToList();

        Assert.Equal(3, taken.Count);
        Assert.Equal(3, asked);
    }

    private static List<string> Names(List<Item> items) => items.ConvertAll(static item => item.Name);

    // Few different ones, so that many are equal; the first seeds have none, and one.
    private static List<Item> Items(int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, seed < 2 ? seed : random.Next(200)).Select(_ => new Item(random.Next(8), "aAbBc"[random.Next(5)] + new string('x', random.Next(3)), random.Next(4) == 0 ? null : random.Next(6)))];
    }
}
