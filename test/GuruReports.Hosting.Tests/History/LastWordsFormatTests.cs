using System.Globalization;
using GuruReports.Hosting.History;
using GuruReports.Hosting.History.LastWords;

namespace GuruReports.Hosting.Tests.History;

public sealed class LastWordsFormatTests
{
    private static readonly DateTimeOffset s_started = new(2026, 11, 22, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset s_at = new(2026, 11, 22, 3, 14, 15, TimeSpan.Zero);
    private readonly byte[] _file = new byte[LastWordsFormat.Places * LastWordsFormat.Place];

    [Fact]
    public void Read_WhatWasWritten_IsTheSame()
    {
        Write(place: 0, s_at, hasEnded: false);

        var row = LastWordsFormat.Read(_file);

        Assert.NotNull(row);
        Assert.Equal((4711, s_started, s_at, "b-1", false, 3L, 536870912L), (row.ProcessId, row.StartedAt, row.At, row.Boot, row.HasEnded, row.MemoryKills!.Value, row.MemoryLimit!.Value));
        Assert.Equal(1.25f, row.Value(Measure.Cpu));
        Assert.Equal(498f * (1 << 20), row.Value(Measure.GroupMemory));
        Assert.True(float.IsNaN(row.Value(Measure.Timers)));
    }

    [Fact]
    public void Read_TwoPlaces_TakesTheNewer()
    {
        Write(place: 0, s_at.AddSeconds(1), hasEnded: false);
        Write(place: 1, s_at, hasEnded: false);

        Assert.Equal(s_at.AddSeconds(1), LastWordsFormat.Read(_file)!.At);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    [InlineData(100)]
    public void Read_NewerPlaceIsTorn_TakesTheOther(int written)
    {
        Write(place: 0, s_at, hasEnded: false);
        Write(place: 1, s_at.AddSeconds(1), hasEnded: false);
        _file.AsSpan(LastWordsFormat.Place + written, LastWordsFormat.Place - written).Clear();

        Assert.Equal(s_at, LastWordsFormat.Read(_file)!.At);
    }

    [Fact]
    public void Read_CleanEnd_SaysSo()
    {
        Write(place: 0, s_at, hasEnded: true);

        Assert.True(LastWordsFormat.Read(_file)!.HasEnded);
    }

    [Fact]
    public void Summarize_TheServiceWritesTimesOtherwise_SaysTheTimeAsEverywhere()
    {
        Write(place: 0, s_at, hasEnded: false);
        var own = CultureInfo.CurrentCulture;
        var other = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        other.DateTimeFormat.TimeSeparator = ".";

        CultureInfo.CurrentCulture = other;
        var words = new PreviousRun(LastWordsFormat.Read(_file)!, "b-1", 3).Summarize();
        CultureInfo.CurrentCulture = own;

        Assert.Contains(" at 2026-11-22T03:14:15Z: ", words, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_Crash_NamesTheException()
    {
        var row = new float[MeasureDefinition.Count];
        Assert.True(LastWordsFormat.TryWrite(_file.AsSpan(0, LastWordsFormat.Place), [.. Identity(), .. LastWordsFormat.Crash("System.InvalidOperationException")], s_at.UtcTicks, hasEnded: false, 3, row));

        var read = LastWordsFormat.Read(_file)!;

        Assert.Equal((false, "System.InvalidOperationException"), (read.HasEnded, read.Crash));
        Assert.Equal(
            "the previous run (pid 4711, 3 h 14 min) ended at 2026-11-22T03:14:15Z: nobody handled a System.InvalidOperationException",
            new PreviousRun(read, "b-1", 3).Summarize());
    }

    [Fact]
    public void Read_AnyBytes_ThrowsNothing()
    {
        var random = new Random(7);
        for (var attempt = 0; attempt < 200; attempt++)
        {
            Write(place: 0, s_at, hasEnded: false);
            for (var change = 0; change < 1 + (attempt % 40); change++)
            {
                _file[random.Next(400)] = (byte)random.Next(256);
            }

            _ = LastWordsFormat.Read(_file.AsSpan(0, random.Next(_file.Length)));
            _ = LastWordsFormat.Read(_file);
        }
    }

    [Fact]
    public void TryWrite_AllMeasuresAtTheirLongest_HasRoom()
    {
        var row = new float[MeasureDefinition.Count];
        Array.Fill(row, -1.2345678e-38f);

        Assert.True(LastWordsFormat.TryWrite(_file.AsSpan(0, LastWordsFormat.Place), [.. Identity(), .. LastWordsFormat.Crash(new string('x', 10_000))], long.MaxValue, hasEnded: true, long.MaxValue, row));
    }

    [Fact]
    public void TryWrite_SteadyState_AllocatesNothing()
    {
        var (row, identity) = (new float[MeasureDefinition.Count], Identity());
        LastWordsFormat.TryWrite(_file.AsSpan(0, LastWordsFormat.Place), identity, 1, hasEnded: false, 1, row);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var write = 0; write < 100; write++)
        {
            LastWordsFormat.TryWrite(_file.AsSpan(0, LastWordsFormat.Place), identity, write, hasEnded: false, 1, row);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static byte[] Identity() => LastWordsFormat.Identity(4711, s_started, "b-1");

    private void Write(int place, DateTimeOffset at, bool hasEnded)
    {
        var row = new float[MeasureDefinition.Count];
        row[(int)Measure.Cpu] = 1.25f;
        row[(int)Measure.GroupMemory] = 498f * (1 << 20);
        row[(int)Measure.GroupMemoryLimit] = 512f * (1 << 20);
        row[(int)Measure.Timers] = float.NaN;
        Assert.True(LastWordsFormat.TryWrite(_file.AsSpan(place * LastWordsFormat.Place, LastWordsFormat.Place), Identity(), at.UtcTicks, hasEnded, 3, row));
    }
}
