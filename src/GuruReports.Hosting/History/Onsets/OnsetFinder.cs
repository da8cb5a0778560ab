namespace GuruReports.Hosting.History.Onsets;

/// <summary>
/// Finds since when a measure is as it is now: the first moment from which nearly all that follows is far from what came just
/// before it, or a later one that changed more. A burst that is over is no onset.
/// </summary>
internal static class OnsetFinder
{
    /// <summary>How many rows say what is now: one odd row does not.</summary>
    public const int RecentRows = 5;

    // A process that has just started is still finding its level: its first seconds say nothing of it.
    private const int StartRows = 10;
    private const int LeastBefore = 20;

    private const int BaselineRows = 120;

    // What grows so slowly that the two minutes before grow with it is far only from what was some minutes earlier.
    private const int Gap = 180;
    private const double Flat = 0.1;

    // Fewer rows are noise.
    private const int LeastRows = 4;

    private const double Deviations = 4;

    // What changes by less than this part of itself is not what an operator looks for.
    private const double Part = 0.1;
    private const double Outside = 0.9;

    // A service that changes more often than that is never as it was.
    private const int MostChanges = 5;

    /// <summary>Finds it; null when the measure is as it always was, or nothing is known of before.</summary>
    /// <param name="series">A number a row, the oldest first; NaN for unknown.</param>
    /// <param name="floor">The least difference of two levels that means anything.</param>
    public static Onset? Find(ReadOnlySpan<float> series, double floor)
    {
        var (values, rows) = Known(series);
        Onset? greatest = null;
        var from = 0;
        for (var change = 0; change < MostChanges && First(values.AsSpan(from), floor, isSlow: false) is { } found; change++)
        {
            // What was the level from the one to the other is all that the first of them has changed.
            from += found.Row;
            greatest = greatest is { } known && Math.Abs(found.Before - known.Before) > Math.Abs(found.Now - found.Before) ? known : found with { Row = from };
        }

        greatest ??= First(values, floor, isSlow: true);
        return greatest is { } onset ? onset with { Row = rows[onset.Row] } : null;
    }

    /// <summary>Returns the first row of the time that says what was before a row.</summary>
    public static int Baseline(int row) => Math.Max(Math.Clamp(row - StartRows, 0, StartRows), row - BaselineRows);

    private static Onset? First(ReadOnlySpan<double> values, double floor, bool isSlow)
    {
        var all = new Segments(values);
        var smooth = Medians(values);
        var gap = isSlow ? Gap : 0;
        for (var row = LeastBefore + gap; row <= values.Length - LeastRows; row++)
        {
            var (baseline, end) = (Baseline(row - gap), row - gap);
            var before = all.Mean(baseline, end);
            var least = Math.Max(Math.Max(floor, Part * Math.Abs(before)), Deviations * all.Deviation(baseline, end));
            if (!IsLasting(smooth.AsSpan(row), before, least))
            {
                continue;
            }

            if (OnsetRow.Find(all, values, smooth, row, floor) is { } begin && (!isSlow || IsSteady(all, begin)))
            {
                return Describe(all, begin);
            }

            // Something that moved from its first row on, or still does: the next rows tell the same of it.
            row += RecentRows;
        }

        return null;
    }

    private static bool IsLasting(ReadOnlySpan<double> rest, double before, double least)
    {
        var isAbove = rest[^1] > before;
        var allowed = (int)(rest.Length * (1 - Outside));
        for (var row = 0; row < rest.Length; row++)
        {
            var distance = isAbove ? rest[row] - before : before - rest[row];
            if (distance < least && (row == 0 || --allowed < 0))
            {
                return false;
            }
        }

        return true;
    }

    // What goes up and down slowly is far from some minutes ago all the time: only a straight line out of a level began somewhere.
    private static bool IsSteady(Segments all, int row)
    {
        var (before, rise) = (all.Slope(Baseline(row), row), all.Slope(row, all.Count));
        return Math.Abs(before) < Flat * Math.Abs(rise) && Math.Sqrt(all.LineError(row, all.Count) / (all.Count - row)) * Deviations < Math.Abs(rise) * (all.Count - row);
    }

    private static Onset Describe(Segments all, int row)
    {
        var before = all.Mean(Baseline(row), row);
        var now = all.Mean(Math.Max(row, all.Count - RecentRows), all.Count);
        return new Onset(row, before, now, all.StillMoves(row, all.Count, now - before));
    }

    // Of five rows each: one odd row is neither a beginning nor an end.
    private static double[] Medians(ReadOnlySpan<double> values)
    {
        var medians = new double[values.Length];
        Span<double> window = stackalloc double[RecentRows];
        for (var row = 0; row < values.Length; row++)
        {
            var from = Math.Clamp(row, 0, Math.Max(0, values.Length - RecentRows));
            var length = Math.Min(RecentRows, values.Length - from);
            values.Slice(from, length).CopyTo(window);
            window[..length].Sort();
            medians[row] = window[length / 2];
        }

        return medians;
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
