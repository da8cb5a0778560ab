using System.Diagnostics.Metrics;
using GuruReports.Hosting.Exceptions;
using GuruReports.Hosting.History;

namespace GuruReports.Hosting.Tests.History;

public sealed class RequestCountsTests : IDisposable
{
    private static readonly TimeSpan s_second = TimeSpan.FromSeconds(1);

    private readonly Meter _meter = new("a server of a test");
    private readonly UpDownCounter<long> _active;
    private readonly RequestCounts _counts = new();
    private readonly RuntimeCounters _counters;
    private MeterListener? _listener;
    private readonly float[] _row = new float[MeasureDefinition.Count];

    public RequestCountsTests()
    {
        _active = _meter.CreateUpDownCounter<long>("http.server.active_requests");
        _counters = new RuntimeCounters(new FirstChanceRecorder(), _counts, () => float.NaN, () => 0);
    }

    [Fact]
    public void Begin_NobodyElseListens_EnablesNothingAndKnowsNothing()
    {
        _listener = _counts.Begin(isWanted: false);

        _active.Add(1);

        Assert.False(_active.Enabled);
        Assert.Null(_counts.Begun);
        Assert.True(float.IsNaN(Row(Measure.RequestAge)));
    }

    [Fact]
    public void Begin_SomebodyElseListens_CountsToo()
    {
        using var other = new MeterListener { InstrumentPublished = Listen };
        other.Start();
        _listener = _counts.Begin(isWanted: false);

        _active.Add(1);
        _active.Add(1);
        _active.Add(-1);

        Assert.Equal((2, 1), (_counts.Begun, _counts.Ended));
    }

    [Fact]
    public void Read_RequestsWithoutAnEnd_HaveAnAgeUntilOneEnds()
    {
        _listener = _counts.Begin(isWanted: true);
        Row(Measure.RequestAge);
        _active.Add(1);
        _active.Add(-1);
        _active.Add(1);

        Assert.Equal(0, Row(Measure.RequestAge));
        Assert.Equal(1, Row(Measure.RequestAge));
        Assert.Equal(2, Row(Measure.RequestAge));
        _active.Add(1);
        Assert.Equal(3, Row(Measure.RequestAge));
        _active.Add(-1);
        Assert.Equal(0, Row(Measure.RequestAge));
    }

    [Fact]
    public void Read_LastThatHappenedWasAnEnd_HasNoAgeHoweverManyStayOpen()
    {
        _listener = _counts.Begin(isWanted: true);
        _active.Add(1);
        _active.Add(1);
        _active.Add(-1);

        Assert.All(Enumerable.Range(0, 100), _ => Assert.Equal(0, Row(Measure.RequestAge)));
    }

    [Fact]
    public void Read_RequestsAreCounted_AllocatesNothing()
    {
        _listener = _counts.Begin(isWanted: true);
        Turn();

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var turn = 0; turn < 100; turn++)
        {
            Turn();
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());

        void Turn()
        {
            _active.Add(1);
            _counters.Read(_row, s_second);
            _active.Add(-1);
        }
    }

    public void Dispose()
    {
        _listener?.Dispose();
        _meter.Dispose();
    }

    private void Listen(Instrument instrument, MeterListener listener)
    {
        if (ReferenceEquals(instrument, _active))
        {
            listener.EnableMeasurementEvents(instrument);
        }
    }

    private float Row(Measure measure)
    {
        Array.Fill(_row, float.NaN);
        _counters.Read(_row, s_second);
        return _row[(int)measure];
    }
}
