using GuruReports.Hosting.History;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Findings.Memory;

/// <summary>Growth of the managed heap that the process's own record shows, without an earlier report.</summary>
/// <param name="From">The least of the first third of the time.</param>
/// <param name="To">The least of the last third.</param>
/// <param name="Over">The time between the two.</param>
internal sealed record RecordedGrowth(long From, long To, TimeSpan Over)
{
    private const int Thirds = 3;
    private const int LeastSeconds = 300;
    private const int LeastMinutes = 30;

    /// <summary>Returns the growth where each third of the time had more than the one before; null where it had not, or too little is recorded.</summary>
    public static RecordedGrowth? Of(Report report) => report.Facts<HistoryFacts>() is { } history
        ? Of(history.Minutes, LeastMinutes) ?? Of(history.Seconds, LeastSeconds)
        : null;

    // The heap rises until it is collected: what is left then, the least of some minutes, is what counts.
    private static RecordedGrowth? Of(HistorySpan span, int least)
    {
        if (span.Count < least)
        {
            return null;
        }

        var length = span.Count / Thirds;
        var lows = Enumerable.Range(0, Thirds).Select(third => Low(span, third * length, length)).ToArray();
        return lows.All(low => !float.IsNaN(low)) && lows[0] < lows[1] && lows[1] < lows[2]
            ? new RecordedGrowth((long)lows[0], (long)lows[2], span.At(span.Count - 1) - span.At(length / 2))
            : null;
    }

    private static float Low(HistorySpan span, int first, int length)
    {
        var low = float.NaN;
        for (var row = first; row < first + length; row++)
        {
            var value = span.Value(Measure.Heap, row);
            low = float.IsNaN(low) || value < low ? value : low;
        }

        return low;
    }
}
