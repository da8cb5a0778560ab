namespace GuruReports.Hosting.History.Onsets;

/// <summary>Sums over numbers, so that the error of a level or of a line over any part of them is told at once.</summary>
internal sealed class Segments
{
    private const double Going = 0.1;

    private readonly double[] _sum;
    private readonly double[] _squares;
    private readonly double[] _products;

    public Segments(ReadOnlySpan<double> values)
    {
        Count = values.Length;
        _sum = new double[Count + 1];
        _squares = new double[Count + 1];
        _products = new double[Count + 1];

        // Bytes are large numbers that differ little: squares of them lose what matters, squares of differences do not.
        var origin = Count == 0 ? 0 : values[0];
        Origin = origin;
        for (var index = 0; index < Count; index++)
        {
            var value = values[index] - origin;
            _sum[index + 1] = _sum[index] + value;
            _squares[index + 1] = _squares[index] + (value * value);
            _products[index + 1] = _products[index] + (value * index);
        }
    }

    /// <summary>Gets how many numbers there are.</summary>
    public int Count { get; }

    private double Origin { get; }

    /// <summary>Returns the mean of the numbers from one index to another, which is left out.</summary>
    public double Mean(int from, int to) => Origin + ((_sum[to] - _sum[from]) / (to - from));

    /// <summary>Returns the standard deviation.</summary>
    public double Deviation(int from, int to) => Math.Sqrt(LevelError(from, to) / (to - from));

    /// <summary>Returns the sum of squares that the best level leaves.</summary>
    public double LevelError(int from, int to)
    {
        var sum = _sum[to] - _sum[from];
        return Math.Max(0, _squares[to] - _squares[from] - (sum * sum / (to - from)));
    }

    /// <summary>Returns the sum of squares that the best straight line leaves.</summary>
    public double LineError(int from, int to)
    {
        var slope = Slope(from, to, out var spread);
        return Math.Max(0, LevelError(from, to) - (slope * slope * spread));
    }

    /// <summary>Returns whether the numbers went on in a direction, by a part of a distance that is worth telling, in the last third of them.</summary>
    public bool StillMoves(int from, int to, double distance)
    {
        var third = Math.Max(1, (to - from) / 3);
        return to - (2 * third) >= from && (Mean(to - third, to) - Mean(to - (2 * third), to - third)) / distance > Going;
    }

    /// <summary>Returns by how much the best straight line rises from one row to the next.</summary>
    public double Slope(int from, int to) => Slope(from, to, out _);

    private double Slope(int from, int to, out double spread)
    {
        // The sum of (x - mean)² over consecutive whole numbers, and of (x - mean) · y.
        double count = to - from;
        spread = count * ((count * count) - 1) / 12;
        var middle = (from + to - 1) / 2.0;
        return spread <= 0 ? 0 : (_products[to] - _products[from] - (middle * (_sum[to] - _sum[from]))) / spread;
    }
}
