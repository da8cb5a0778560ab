using GuruReports.Hosting.Exceptions;
using GuruReports.Hosting.History.Thrown;

namespace GuruReports.Hosting.History;

/// <summary>
/// The record that is always on: a row each second for 15 minutes, a row each minute for a day, in memory that is taken at
/// once. The watchdog's thread writes, a report's thread reads; the lock between them is held for microseconds.
/// </summary>
internal sealed class HistoryRecorder
{
    /// <summary>How many rows of a second are kept.</summary>
    public const int Seconds = 15 * 60;

    /// <summary>How many rows of a minute are kept.</summary>
    public const int Minutes = 24 * 60;

    private readonly Lock _gate = new();
    private readonly HistoryRing _seconds = new(Seconds);
    private readonly HistoryRing _minutes = new(Minutes);
    private readonly MinuteRow _minute = new();
    private readonly float[] _row = new float[MeasureDefinition.Count];
    private readonly ICounters _counters;
    private readonly ClockWatch _clock;
    private readonly ThrownRecord _thrown;

    public HistoryRecorder(ICounters counters, ClockWatch clock, IThrownCounts thrown)
    {
        _counters = counters;
        _clock = clock;
        _thrown = new ThrownRecord(thrown);

        // The first look has nothing to compare with: rates are known from the second one on.
        _counters.Read(_row, TimeSpan.Zero);
    }

    /// <summary>Gets the numbers of the last row. On the thread that ticks only.</summary>
    public ReadOnlySpan<float> Row => _row;

    /// <summary>Gets the time of day at the end of the last row, in ticks of UTC. On the thread that ticks only.</summary>
    public long LastAt { get; private set; }

    /// <summary>Adds the row of this second. Allocates nothing.</summary>
    public void Tick()
    {
        var (passed, now, mark) = _clock.Look();
        _counters.Read(_row, passed);
        LastAt = now.UtcTicks;
        lock (_gate)
        {
            _seconds.Add(now.UtcTicks, mark, _row);
            _minute.Add(now.UtcTicks, mark, _row, _minutes);
            _thrown.Add(now.UtcTicks);
        }
    }

    /// <summary>Returns what is recorded. Any thread.</summary>
    public HistoryFacts Read()
    {
        lock (_gate)
        {
            return new HistoryFacts(_seconds.Copy(), _minutes.Copy(), _thrown.Read());
        }
    }
}
