using GuruReports.Hosting.Exceptions;
using GuruReports.Hosting.History;

namespace GuruReports.Hosting.Tests.History;

/// <summary>A record made by the real recorder over a clock that is told to go on: some measures by a formula, the others at rest.</summary>
internal sealed class SampleRecord : ICounters
{
    private readonly (Measure Measure, Func<int, double> Value)[] _values;
    private int _row;

    public SampleRecord(Func<int, double> value, Measure measure, int rows)
        : this(rows, (measure, value))
    {
    }

    public SampleRecord(int rows, params (Measure Measure, Func<int, double> Value)[] values)
        : this(rows, new FirstChanceRecorder(), static (_, _) => { }, values)
    {
    }

    /// <summary>Makes a record in which exceptions are thrown too.</summary>
    public SampleRecord(int rows, FirstChanceRecorder thrown, Action<FirstChanceRecorder, int> inRow, params (Measure Measure, Func<int, double> Value)[] values)
    {
        _values = values;
        var clock = new ManualClock();
        var recorder = new HistoryRecorder(this, new ClockWatch(clock, () => TimeSpan.FromTicks(clock.GetTimestamp())), thrown);
        _row = 0;
        for (var row = 0; row < rows; row++)
        {
            inRow(thrown, row);
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
        foreach (var (measure, value) in _values)
        {
            row[(int)measure] = (float)value(_row);
        }

        _row++;
    }
}
