using GuruReports.Hosting.History;

namespace GuruReports.Hosting.Tests.History;

/// <summary>A record made by the real recorder over a clock that is told to go on: one measure by a formula, the others at rest.</summary>
internal sealed class SampleRecord : ICounters
{
    private readonly Func<int, double> _value;
    private readonly Measure _measure;
    private int _row;

    public SampleRecord(Func<int, double> value, Measure measure, int rows)
    {
        _value = value;
        _measure = measure;
        var clock = new ManualClock();
        var recorder = new HistoryRecorder(this, new ClockWatch(clock, () => TimeSpan.FromTicks(clock.GetTimestamp())));
        _row = 0;
        for (var row = 0; row < rows; row++)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            recorder.Tick();
        }

        Facts = recorder.Read();
        End = clock.GetUtcNow();
    }

    public HistoryFacts Facts { get; }

    public DateTimeOffset End { get; }

    public void Read(Span<float> row, TimeSpan passed)
    {
        row.Fill(1);
        row[(int)_measure] = (float)_value(_row++);
    }
}
