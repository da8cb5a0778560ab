namespace GuruReports.Hosting.History;

/// <summary>Rows of the record as they were at one moment, the oldest first. Immutable.</summary>
internal sealed class HistorySpan(long[] times, RowMark[] marks, float[] values)
{
    /// <summary>Gets how many rows there are.</summary>
    public int Count => times.Length;

    /// <summary>Returns the time of day at the end of a row.</summary>
    public DateTimeOffset At(int row) => new(times[row], TimeSpan.Zero);

    /// <summary>Returns what the numbers of a row do not say.</summary>
    public RowMark Mark(int row) => marks[row];

    /// <summary>Returns a number of a row; NaN where it is not known.</summary>
    public float Value(Measure measure, int row) => values[(row * MeasureDefinition.Count) + (int)measure];

    /// <summary>Returns all numbers of a measure, the oldest first; NaN where one is not known.</summary>
    public float[] Series(Measure measure)
    {
        var series = new float[Count];
        for (var row = 0; row < series.Length; row++)
        {
            series[row] = Value(measure, row);
        }

        return series;
    }
}
