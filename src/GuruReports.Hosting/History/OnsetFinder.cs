namespace GuruReports.Hosting.History;

/// <summary>
/// Finds since when a measure is as it is now: the first moment from which nearly all that follows is far from what came just
/// before it. A burst that is over is no onset.
/// </summary>
internal static class OnsetFinder
{
    // A process that has just started is still finding its level.
    private const int LeastBefore = 20;

    // Fewer rows are noise.
    private const int LeastRows = 4;
    private const int BaselineRows = 120;
    private const int RecentRows = 5;

    // A slow growth is far from what was only some time after it began: its beginning is looked for before that.
    private const int RefinedRows = 90;

    private const double Deviations = 4;

    // How many rows a beginning is looked for before the best split, and what part of the whole change its first step has.
    private const int MostSteps = 20;
    private const double FirstStep = 0.02;

    // What changes by less than this part of itself is not what an operator looks for.
    private const double Part = 0.1;
    private const double Outside = 0.9;

    /// <summary>Finds it; null when the measure is as it always was, or nothing is known of before.</summary>
    /// <param name="series">A number a row, the oldest first; NaN for unknown.</param>
    /// <param name="floor">The least difference of two levels that means anything.</param>
    public static Onset? Find(ReadOnlySpan<float> series, double floor)
    {
        var (values, rows) = Known(series);
        var all = new Segments(values);
        var smooth = Medians(values);
        for (var row = LeastBefore; row <= values.Length - LeastRows; row++)
        {
            var baseline = Math.Max(0, row - BaselineRows);
            var before = all.Mean(baseline, row);
            var least = Math.Max(Math.Max(floor, Part * Math.Abs(before)), Deviations * all.Deviation(baseline, row));
            if (IsLasting(smooth.AsSpan(row), before, least))
            {
                return Describe(all, Begin(all, values, Refine(all, row)), rows);
            }
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

    private static int Refine(Segments all, int found)
    {
        var from = Math.Max(0, found - RefinedRows - BaselineRows);
        var (best, least) = (found, double.MaxValue);
        for (var split = Math.Max(from + LeastRows, found - RefinedRows); split <= Math.Min(found + RecentRows, all.Count - LeastRows); split++)
        {
            var error = all.LevelError(from, split) + all.LineError(split, all.Count);
            (best, least) = error < least ? (split, error) : (best, least);
        }

        return best;
    }

    // What rises for a while and then stays is no line: its first steps are still told from a quiet time before.
    private static int Begin(Segments all, double[] values, int split)
    {
        var quiet = Math.Max(0, split - MostSteps);
        if (quiet < LeastBefore)
        {
            return split;
        }

        var from = Math.Max(0, quiet - BaselineRows);
        var before = all.Mean(from, quiet);
        var now = all.Mean(Math.Max(split, all.Count - RecentRows), all.Count);
        var (sign, step) = (Math.Sign(now - before), FirstStep * Math.Abs(now - before));
        var noise = Math.Max(step, Deviations * all.Deviation(from, quiet));
        var row = split;
        while (row > quiet && (values[row - 1] - before) * sign > noise)
        {
            row--;
        }

        // The foot of a rise lies within the noise before it.
        while (row > quiet + 1 && (values[row - 1] - values[row - 2]) * sign > step)
        {
            row--;
        }

        return row > quiet ? row : split;
    }

    private static Onset Describe(Segments all, int split, int[] rows)
    {
        var before = all.Mean(Math.Max(0, split - BaselineRows), split);
        var now = all.Mean(Math.Max(split, all.Count - RecentRows), all.Count);
        return new Onset(rows[split], before, now, all.Moves(split, all.Count, now - before));
    }

    // Of five rows each: one odd row is neither a beginning nor an end.
    private static double[] Medians(double[] values)
    {
        var medians = new double[values.Length];
        Span<double> window = stackalloc double[RecentRows];
        for (var row = 0; row < values.Length; row++)
        {
            var from = Math.Clamp(row, 0, Math.Max(0, values.Length - RecentRows));
            var length = Math.Min(RecentRows, values.Length - from);
            values.AsSpan(from, length).CopyTo(window);
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
