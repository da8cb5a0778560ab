namespace GuruReports.Hosting.History.Thrown;

/// <summary>How many exceptions of some types were thrown in each step of a fixed number of steps, the newest in place of the oldest, with the sum of each. Not safe for several threads.</summary>
internal sealed class ThrownRing(int capacity, int columns)
{
    private readonly float[] _counts = new float[capacity * columns];
    private readonly double[] _sums = new double[columns];
    private int _next;
    private int _count;

    /// <summary>Returns how many were thrown of a column in all steps that are kept.</summary>
    public double Sum(int column) => _sums[column];

    /// <summary>Adds a step.</summary>
    public void Add(ReadOnlySpan<double> counts)
    {
        var row = _counts.AsSpan(_next * columns, columns);
        for (var column = 0; column < columns; column++)
        {
            _sums[column] += (float)counts[column] - row[column];
            row[column] = (float)counts[column];
        }

        _next = (_next + 1) % capacity;
        _count = Math.Min(_count + 1, capacity);
    }

    /// <summary>Moves all of a column to another one.</summary>
    public void Move(int from, int to)
    {
        for (var row = 0; row < capacity * columns; row += columns)
        {
            _counts[row + to] += _counts[row + from];
            _counts[row + from] = 0;
        }

        _sums[to] += _sums[from];
        _sums[from] = 0;
    }

    /// <summary>Copies a column, the oldest step first.</summary>
    public float[] Copy(int column)
    {
        var copy = new float[_count];
        for (var step = 0; step < _count; step++)
        {
            copy[step] = _counts[((_next - _count + step + capacity) % capacity * columns) + column];
        }

        return copy;
    }
}
