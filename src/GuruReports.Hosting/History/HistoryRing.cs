namespace GuruReports.Hosting.History;

/// <summary>A fixed number of rows, the newest in place of the oldest. All memory is taken at once. Not safe for several threads.</summary>
internal sealed class HistoryRing(int capacity)
{
    private readonly float[] _values = new float[capacity * MeasureDefinition.Count];
    private readonly long[] _times = new long[capacity];
    private readonly RowMark[] _marks = new RowMark[capacity];
    private int _next;

    /// <summary>Gets how many rows there are.</summary>
    public int Count { get; private set; }

    /// <summary>Adds a row.</summary>
    /// <param name="at">The time of day at its end, in ticks of UTC.</param>
    /// <param name="mark">What its numbers do not say.</param>
    /// <param name="row">A number for each measure; NaN for unknown.</param>
    public void Add(long at, RowMark mark, ReadOnlySpan<float> row)
    {
        _times[_next] = at;
        _marks[_next] = mark;
        row.CopyTo(_values.AsSpan(_next * MeasureDefinition.Count, MeasureDefinition.Count));
        _next = (_next + 1) % capacity;
        Count = Math.Min(Count + 1, capacity);
    }

    /// <summary>Copies all rows, the oldest first.</summary>
    public HistorySpan Copy()
    {
        var times = new long[Count];
        var marks = new RowMark[Count];
        var values = new float[Count * MeasureDefinition.Count];
        for (var index = 0; index < Count; index++)
        {
            var place = (_next - Count + index + capacity) % capacity;
            times[index] = _times[place];
            marks[index] = _marks[place];
            _values.AsSpan(place * MeasureDefinition.Count, MeasureDefinition.Count).CopyTo(values.AsSpan(index * MeasureDefinition.Count));
        }

        return new HistorySpan(times, marks, values);
    }
}
