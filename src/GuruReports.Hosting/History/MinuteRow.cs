namespace GuruReports.Hosting.History;

/// <summary>Puts the rows of a minute together: the mean of each measure, or its worst second. Allocates nothing.</summary>
internal sealed class MinuteRow
{
    private readonly float[] _row = new float[MeasureDefinition.Count];
    private readonly double[] _sums = new double[MeasureDefinition.Count];
    private readonly int[] _known = new int[MeasureDefinition.Count];
    private RowMark _marks;
    private long _minute = -1;

    /// <summary>Adds the row of a second; a minute that has ended by it goes to the ring first.</summary>
    public void Add(long at, RowMark mark, ReadOnlySpan<float> row, HistoryRing minutes)
    {
        var minute = at / TimeSpan.TicksPerMinute;
        if (minute != _minute)
        {
            Flush(minutes);
            _minute = minute;
        }

        _marks |= mark;
        for (var index = 0; index < row.Length; index++)
        {
            Add(index, row[index]);
        }
    }

    private void Add(int index, float value)
    {
        if (float.IsNaN(value))
        {
            return;
        }

        _sums[index] = MeasureDefinition.Of((Measure)index).KeepsWorst ? Math.Max(_sums[index], value) : _sums[index] + value;
        _known[index]++;
    }

    private void Flush(HistoryRing minutes)
    {
        if (_minute < 0)
        {
            return;
        }

        for (var index = 0; index < _row.Length; index++)
        {
            var divisor = MeasureDefinition.Of((Measure)index).KeepsWorst ? 1 : _known[index];
            _row[index] = _known[index] == 0 ? float.NaN : (float)(_sums[index] / divisor);
        }

        minutes.Add((_minute + 1) * TimeSpan.TicksPerMinute, _marks, _row);
        Array.Clear(_sums);
        Array.Clear(_known);
        _marks = RowMark.None;
    }
}
