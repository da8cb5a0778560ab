using GuruReports.Hosting.Exceptions;
using GuruReports.Hosting.History.Thrown;

namespace GuruReports.Hosting.Tests.History.Thrown;

public sealed class ThrownRecordTests
{
    private readonly Counts _counts = new();
    private long _second;

    [Fact]
    public void Read_TwoTypes_TellsHowManyInEachSecond()
    {
        var record = Make();

        Second(record, ("A", 3));
        Second(record);
        Second(record, ("A", 1), ("B", 7));

        var read = record.Read();
        Assert.Equal(["B", "A"], read.Select(series => series.Type));
        Assert.Equal([0, 0, 7], read[0].Seconds);
        Assert.Equal([3, 0, 1], read[1].Seconds);
    }

    [Fact]
    public void Read_ThrownBeforeTheRecord_IsOfNoSecond()
    {
        _counts.Throw("A", 1000);
        var record = Make();

        Second(record, ("A", 2));

        Assert.Equal([2], Assert.Single(record.Read()).Seconds);
    }

    [Fact]
    public void Read_ALongTime_KeepsQuarterOfAnHourBySecondAndADayByMinute()
    {
        var record = Make();

        for (var second = 0; second < 25 * 3600; second++)
        {
            Second(record, ("A", 2));
        }

        var series = Assert.Single(record.Read());
        Assert.Equal(15 * 60, series.Seconds.Length);
        Assert.All(series.Seconds, count => Assert.Equal(2, count));
        Assert.Equal(24 * 60, series.Minutes.Length);
        Assert.All(series.Minutes, count => Assert.Equal(120, count));
    }

    [Fact]
    public void Read_TwoPlacesOfOneType_AreOne()
    {
        var record = Make();
        _counts.Throw("A", 2, place: 10);
        _counts.Throw("A", 3, place: 11);

        Second(record);

        Assert.Equal([5], Assert.Single(record.Read()).Seconds);
    }

    [Fact]
    public void Read_MoreTypesThanColumns_CountsTheRestAsOthers()
    {
        var record = Make();

        Second(record, [.. Enumerable.Range(0, 40).Select(type => ($"T{type}", 10))]);

        var read = record.Read();
        Assert.Equal(ThrownRecord.Types + 1, read.Count);
        Assert.Null(read[^1].Type);
        Assert.Equal(400, read.Sum(series => series.Seconds.Sum()));
    }

    [Fact]
    public void Read_LateTypeThatIsThrownMuch_TakesAColumn()
    {
        var record = Make();
        Second(record, [.. Enumerable.Range(0, 40).Select(type => ($"T{type}", 10))]);

        Second(record, ("Late", 200));
        Second(record, ("Late", 200));

        var read = record.Read();
        Assert.Equal("Late", read[0].Type);
        Assert.Equal([0, 200, 200], read[0].Seconds);
        Assert.Equal(800, read.Sum(series => series.Seconds.Sum()));
        Assert.Equal(ThrownRecord.Types + 1, read.Count);
    }

    [Fact]
    public void Read_NoRoomInTheTableOfTypes_CountsThemAsOthers()
    {
        var record = Make();
        _counts.Others = 12;

        Second(record, ("A", 1));

        Assert.Equal([12], record.Read().Single(series => series.Type is null).Seconds);
    }

    [Fact]
    public void Add_SteadyState_AllocatesNothing()
    {
        var record = Make();
        Second(record, ("A", 1), ("B", 2));
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var second = 0; second < 1000; second++)
        {
            _counts.Throw("A", 1, place: 20);
            _counts.Throw("Late", second, place: 21);
            record.Add(++_second * TimeSpan.TicksPerSecond);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private ThrownRecord Make() => new(_counts);

    private void Second(ThrownRecord record, params (string Type, int Count)[] thrown)
    {
        foreach (var (type, count) in thrown)
        {
            _counts.Throw(type, count);
        }

        record.Add(++_second * TimeSpan.TicksPerSecond);
    }

    private sealed class Counts : IThrownCounts
    {
        private readonly long[] _counts = new long[64];
        private readonly string?[] _types = new string?[64];

        public int Places => _counts.Length;

        public long Others { get; set; }

        public long CountAt(int place) => _counts[place];

        public string? TypeAt(int place) => _types[place];

        public void Throw(string type, int count) => Throw(type, count, Array.FindIndex(_types, known => known is null || known == type));

        public void Throw(string type, int count, int place)
        {
            _types[place] = type;
            _counts[place] += count;
        }
    }
}
