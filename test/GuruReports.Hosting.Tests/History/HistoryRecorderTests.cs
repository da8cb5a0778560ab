using GuruReports.Hosting.Exceptions;
using GuruReports.Hosting.History;
using GuruReports.Inspection.Processes;
using GuruReports.Inspection.Processes.Clocks;

namespace GuruReports.Hosting.Tests.History;

public sealed class HistoryRecorderTests
{
    private readonly ManualClock _clock = new();

    [Fact]
    public void Tick_ADay_KeepsQuarterOfAnHourBySecondAndADayByMinute()
    {
        var counters = new CountingCounters();
        var recorder = Recorder(counters);

        for (var second = 0; second < 25 * 3600; second++)
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            recorder.Tick();
        }

        var facts = recorder.Read();
        Assert.Equal(HistoryRecorder.Seconds, facts.Seconds.Count);
        Assert.Equal(HistoryRecorder.Minutes, facts.Minutes.Count);
        Assert.Equal(_clock.GetUtcNow(), facts.Seconds.At(facts.Seconds.Count - 1));
        Assert.Equal(25 * 3600, facts.Seconds.Value(Measure.Queued, facts.Seconds.Count - 1));
        Assert.Equal(TimeSpan.FromMinutes(1), facts.Minutes.At(1) - facts.Minutes.At(0));
        Assert.All(Enumerable.Range(1, facts.Minutes.Count - 1), row =>
            Assert.Equal(60, facts.Minutes.Value(Measure.Queued, row) - facts.Minutes.Value(Measure.Queued, row - 1), 0.01));
    }

    [Fact]
    public void Tick_RealCounters_AllocatesNothing()
    {
        var recorder = new HistoryRecorder(
            new ServiceCounters(new RuntimeCounters(new FirstChanceRecorder(), new RequestCounts(), static () => float.NaN, static () => 0), new SystemCounters(SystemFiles.Real)),
            new ClockWatch(TimeProvider.System, BootClock.Read),
            new FirstChanceRecorder());
        recorder.Tick();

        // A lock of the runtime's own counters that another test's thread holds at that moment makes its event, once for each lock: what a row costs, each batch shows.
        Assert.InRange(Enumerable.Range(0, 10).Min(_ => Allocated(1000, recorder)), 0, 512);
    }

    private static long Allocated(int ticks, HistoryRecorder recorder)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var tick = 0; tick < ticks; tick++)
        {
            recorder.Tick();
        }

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    [Fact]
    public void Constructor_ItsMemory_IsBelow400KB()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();

        var recorder = Recorder(new CountingCounters());

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 1, 400_000);
        GC.KeepAlive(recorder);
    }

    [Fact]
    public void Tick_RealCounters_KnowsWhatThisProcessIs()
    {
        var recorder = new HistoryRecorder(
            new ServiceCounters(new RuntimeCounters(new FirstChanceRecorder(), new RequestCounts(), static () => float.NaN, static () => 0), new SystemCounters(SystemFiles.Real)),
            new ClockWatch(_clock, () => TimeSpan.Zero),
            new FirstChanceRecorder());
        _clock.Advance(TimeSpan.FromSeconds(1));
        recorder.Tick();

        var row = recorder.Read().Seconds;

        Assert.InRange(row.Value(Measure.Resident, 0), 1 << 20, 1L << 40);
        Assert.InRange(row.Value(Measure.Anonymous, 0), 1 << 20, row.Value(Measure.Resident, 0));
        Assert.InRange(row.Value(Measure.Threads, 0), 2, 10_000);
        Assert.InRange(row.Value(Measure.Descriptors, 0), 3, 1_000_000);
        Assert.InRange(row.Value(Measure.Heap, 0), 1, 1L << 40);
        Assert.False(float.IsNaN(row.Value(Measure.Cpu, 0)));
    }

    [Fact]
    public void Tick_MachineSlept_IsMarked()
    {
        var boot = TimeSpan.FromHours(1);
        var recorder = new HistoryRecorder(new CountingCounters(), new ClockWatch(_clock, () => boot), new FirstChanceRecorder());
        boot += TimeSpan.FromMinutes(10) + TimeSpan.FromSeconds(1);
        _clock.Advance(TimeSpan.FromSeconds(1));
        _clock.Set(_clock.GetUtcNow() + TimeSpan.FromMinutes(10));

        recorder.Tick();

        Assert.Equal(RowMark.MachineSlept, recorder.Read().Seconds.Mark(0));
    }

    [Fact]
    public void Tick_ClockSet_IsMarked()
    {
        var recorder = Recorder(new CountingCounters());
        _clock.Advance(TimeSpan.FromSeconds(1));
        _clock.Set(_clock.GetUtcNow() - TimeSpan.FromHours(2));

        recorder.Tick();

        Assert.Equal(RowMark.ClockSet, recorder.Read().Seconds.Mark(0));
    }

    [Fact]
    public void Tick_ProcessStopped_IsMarkedAndTheRatesStayRates()
    {
        var counters = new CountingCounters();
        var recorder = Recorder(counters);
        _clock.Advance(TimeSpan.FromSeconds(30));

        recorder.Tick();

        Assert.Equal(RowMark.ProcessStood, recorder.Read().Seconds.Mark(0));
        Assert.Equal(TimeSpan.FromSeconds(30), counters.Passed);
    }

    private HistoryRecorder Recorder(ICounters counters) => new(counters, new ClockWatch(_clock, () => TimeSpan.FromTicks(_clock.GetTimestamp())), new FirstChanceRecorder());

    private sealed class CountingCounters : ICounters
    {
        private int _calls = -1;

        public TimeSpan Passed { get; private set; }

        public void Read(Span<float> row, TimeSpan passed)
        {
            row.Fill(float.NaN);
            row[(int)Measure.Queued] = ++_calls;
            Passed = passed;
        }
    }
}
