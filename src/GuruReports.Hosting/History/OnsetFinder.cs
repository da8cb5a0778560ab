namespace GuruReports.Hosting.History;

/// <summary>
/// Finds since when a measure is as it is now: a level before, and a line behind it, where these two explain the numbers far
/// better than one level does. Linear in the number of rows.
/// </summary>
internal static class OnsetFinder
{
    // Fewer rows on either side are noise.
    private const int LeastRows = 4;
    private const int RecentRows = 5;

    // What is between two changes may hide the last one: behind a change that is over, it is looked for again.
    private const int MostChanges = 8;

    private const double Explained = 0.5;
    private const double Deviations = 4;

    /// <summary>Finds it; null when the measure is as it always was, or nothing is known of before.</summary>
    /// <param name="series">A number a row, the oldest first; NaN for unknown.</param>
    /// <param name="floor">The least difference of two levels that means anything.</param>
    public static Onset? Find(ReadOnlySpan<float> series, double floor)
    {
        var (values, rows) = Known(series);
        var start = 0;
        for (var change = 0; change < MostChanges && values.Length - start >= 2 * LeastRows; change++)
        {
            var part = new Segments(values.AsSpan(start));
            if (Split(part) is not { } split)
            {
                return null;
            }

            var before = part.Mean(0, split);
            var now = part.Mean(Math.Max(split, part.Count - RecentRows), part.Count);
            if (IsLasting(part, split, before, now, floor))
            {
                return new Onset(rows[start + split], before, now, part.Moves(split, part.Count, now - before));
            }

            start += split;
        }

        return null;
    }

    private static bool IsLasting(Segments part, int split, double before, double now, double floor) =>
        Math.Abs(now - before) >= Math.Max(floor, Deviations * part.Deviation(0, split));

    private static int? Split(Segments part)
    {
        var whole = part.LevelError(0, part.Count);
        var (best, least) = (-1, whole * (1 - Explained));
        for (var split = LeastRows; split <= part.Count - LeastRows; split++)
        {
            var error = part.LevelError(0, split) + part.LineError(split, part.Count);
            (best, least) = error < least ? (split, error) : (best, least);
        }

        return best < 0 ? null : best;
    }

    private static (double[] Values, int[] Rows) Known(ReadOnlySpan<float> series)
    {
        var values = new List<double>(series.Length);
        var rows = new List<int>(series.Length);
        for (var row = 0; row < series.Length; row++)
        {
            if (float.IsFinite(series[row]))
            {
                values.Add(series[row]);
                rows.Add(row);
            }
        }

        return ([.. values], [.. rows]);
    }
}
