namespace GuruReports.Hosting.History.Onsets;

/// <summary>
/// Finds the row in which a change began that was noticed later: the best split into a level and the rise from it, and before that
/// the first steps out of what was quiet. What comes after the rise, a new level or a decline, has no say in it.
/// </summary>
internal static class OnsetRow
{
    private const int LeastRows = 4;

    // A slow growth is far from what was only some time after it began: that is looked for before, and further where it seems to be at the edge.
    private const int RefinedRows = 90;
    private const int AtEdge = 5;

    // What takes longer rises slowly.
    private const int SlowRows = 4 * OnsetFinder.RecentRows;

    // By how much the halves of a line may differ.
    private const double Bend = 0.5;

    // From here on a rise is a new level.
    private const double Risen = 0.8;

    // What was before must be known, and must not have moved the same way already.
    private const int LeastQuiet = 8;
    private const double SlopeBefore = 0.35;

    // How far before the best split the first step is looked for, and what part it has at least of the whole change, or of what means anything.
    private const int MostSteps = 20;
    private const double FirstStep = 0.02;
    private const double StepOfFloor = 0.2;
    private const double Deviations = 4;

    // The standard deviation of what is distributed normally, by the median of its distances.
    private const double NormalDeviation = 1.4826;

    /// <summary>Finds it; null where the measure moved from the first row on that is known.</summary>
    /// <param name="all">The sums over the numbers.</param>
    /// <param name="values">The numbers.</param>
    /// <param name="smooth">The numbers without single odd ones.</param>
    /// <param name="noticed">The row from which nearly all is far from what was before.</param>
    /// <param name="floor">The least difference of two levels that means anything.</param>
    public static int? Find(Segments all, ReadOnlySpan<double> values, ReadOnlySpan<double> smooth, int noticed, double floor)
    {
        var risen = EndOfRise(all, smooth, noticed);
        var reach = RefinedRows;
        var (split, edge) = Split(all, noticed, risen, reach);
        while (split - edge <= AtEdge && reach < noticed)
        {
            reach *= 2;
            (split, edge) = Split(all, noticed, risen, reach);
        }

        var (_, unrest) = Middle(Steps(values[OnsetFinder.Baseline(split)..split]));
        var row = FirstStepBefore(all, values, unrest > 0 ? Foot(all, split, risen) : split, floor);
        var from = OnsetFinder.Baseline(row);
        var rise = (all.Mean(risen - OnsetFinder.RecentRows, risen) - all.Mean(from, row)) / (risen - row);
        return row - from >= LeastQuiet && !(all.Slope(from, row) / rise > SlopeBefore) ? row : null;
    }

    private static int EndOfRise(Segments all, ReadOnlySpan<double> smooth, int noticed)
    {
        var before = all.Mean(OnsetFinder.Baseline(noticed), noticed);
        var whole = all.Mean(all.Count - OnsetFinder.RecentRows, all.Count) - before;
        var row = noticed;
        while (row < all.Count - 1 && (smooth[row] - before) / whole < Risen)
        {
            row++;
        }

        // What is smoothed rises some rows early, and a line needs some.
        return Math.Min(all.Count, row + (2 * OnsetFinder.RecentRows));
    }

    private static (int Best, int First) Split(Segments all, int noticed, int risen, int reach)
    {
        var from = OnsetFinder.Baseline(Math.Max(noticed - reach, 2 * LeastQuiet));
        var first = Math.Max(from + LeastRows, noticed - reach);
        var (best, least) = (noticed, double.MaxValue);
        for (var split = first; split <= Math.Min(noticed + OnsetFinder.RecentRows, risen - LeastRows); split++)
        {
            var error = all.LevelError(from, split) + all.LineError(split, risen);

            // The last quiet row lies on a line that begins with it as well.
            (best, least) = error <= least ? (split, error) : (best, least);
        }

        return (best, first);
    }

    // Where a slow rise out of noise began, in which its first steps do not show, the whole of its line tells better than its first rows.
    private static int Foot(Segments all, int split, int risen)
    {
        var (level, slope) = (all.Mean(OnsetFinder.Baseline(split), split), all.Slope(split, risen));
        var rise = all.Mean(split, risen) - level;
        var foot = Math.Round(((split + risen - 1) / 2.0) - (rise / slope)) + 1;
        var middle = (split + risen) / 2;
        var isLine = risen - split > SlowRows && slope * rise > 0 && Math.Abs((all.Slope(split, middle) / all.Slope(middle, risen)) - 1) < Bend;
        return isLine && Math.Abs(foot - split) <= MostSteps ? (int)Math.Clamp(foot, 1, risen - LeastRows) : split;
    }

    // What begins slower than it goes on is no line: its first steps are still told from a quiet time before.
    private static int FirstStepBefore(Segments all, ReadOnlySpan<double> values, int split, double floor)
    {
        var quiet = values[OnsetFinder.Baseline(split)..split];
        var (before, noise) = Middle(quiet);
        var (_, unrest) = Middle(Steps(quiet));
        var change = all.Mean(Math.Max(split, all.Count - OnsetFinder.RecentRows), all.Count) - before;
        var (sign, step) = (Math.Sign(change), Math.Min(FirstStep * Math.Abs(change), StepOfFloor * floor));
        var earliest = Math.Max(0, split - MostSteps);
        var row = split;
        while (row > earliest && (values[row - 1] - before) * sign > Math.Max(step, Deviations * noise))
        {
            row--;
        }

        // The foot of a rise lies within the noise before it.
        while (row > earliest + 1 && (values[row - 1] - values[row - 2]) * sign > Math.Max(step, Deviations * unrest))
        {
            row--;
        }

        return row > earliest ? row : split;
    }

    private static double[] Steps(ReadOnlySpan<double> values)
    {
        var steps = new double[Math.Max(1, values.Length - 1)];
        for (var row = 1; row < values.Length; row++)
        {
            steps[row - 1] = values[row] - values[row - 1];
        }

        return steps;
    }

    // By medians: neither what a process does in its first seconds nor the first steps themselves are noise.
    private static (double Level, double Noise) Middle(ReadOnlySpan<double> values)
    {
        double[] sorted = [.. values];
        Array.Sort(sorted);
        var level = sorted[sorted.Length / 2];
        for (var row = 0; row < values.Length; row++)
        {
            sorted[row] = Math.Abs(values[row] - level);
        }

        Array.Sort(sorted);
        return (level, NormalDeviation * sorted[sorted.Length / 2]);
    }
}
