using GuruReports.Hosting.History;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Findings.Memory;

/// <summary>Growth of memory that the process's own record shows, without an earlier report.</summary>
/// <param name="From">The least of the first third of the time.</param>
/// <param name="To">The least of the last third.</param>
/// <param name="Over">The time between the two.</param>
internal sealed record RecordedGrowth(long From, long To, TimeSpan Over)
{
    private const int Thirds = 3;
    private const int LeastSeconds = 300;

    // In less time only a heap that grows to several times its size tells more than a cache that fills.
    private const int FewSeconds = 60;
    private const long Steep = 4;

    private const int LeastMinutes = 30;

    /// <summary>Returns the growth where each third of the time had more than the one before; null where it had not, or too little is recorded.</summary>
    /// <param name="report">The report.</param>
    /// <param name="measure">What memory: the managed heap, or the process's own.</param>
    public static RecordedGrowth? Of(Report report, Measure measure = Measure.Heap) => report.Facts<HistoryFacts>() is { } history ? Of(history, measure) : null;

    /// <inheritdoc cref="Of(Report, Measure)"/>
    public static RecordedGrowth? Of(HistoryFacts history, Measure measure) =>
        Of(history.Minutes, LeastMinutes, measure) ?? Of(history.Seconds, LeastSeconds, measure) ?? Steepest(history, measure);

    /// <summary>Returns whether too little is recorded to tell growth from a start.</summary>
    public static bool IsYoung(HistoryFacts history) => history.Seconds.Count < LeastSeconds;

    /// <summary>Returns the growth of a young process, from the first second that is recorded; null where more is recorded, or too little.</summary>
    /// <param name="report">The report.</param>
    /// <param name="measure">What memory.</param>
    public static RecordedGrowth? SinceBegin(Report report, Measure measure) =>
        report.Facts<HistoryFacts>() is { Seconds: { Count: >= Thirds and < LeastSeconds } span } && span.Value(measure, 0) is var from && span.Value(measure, span.Count - 1) is var to && !float.IsNaN(from + to)
            ? new RecordedGrowth((long)from, (long)to, span.At(span.Count - 1) - span.At(0))
            : null;

    private static RecordedGrowth? Steepest(HistoryFacts history, Measure measure) =>
        Of(history.Seconds, FewSeconds, measure) is { } growth && growth.To >= growth.From * Steep ? growth : null;

    // The heap rises until it is collected: what is left then, the least of some minutes, is what counts.
    private static RecordedGrowth? Of(HistorySpan span, int least, Measure measure)
    {
        if (span.Count < least)
        {
            return null;
        }

        var length = span.Count / Thirds;
        var lows = Enumerable.Range(0, Thirds).Select(third => Low(span, third * length, length, measure)).ToArray();
        return lows.All(low => !float.IsNaN(low)) && lows[0] < lows[1] && lows[1] < lows[2]
            ? new RecordedGrowth((long)lows[0], (long)lows[2], span.At(span.Count - 1) - span.At(length / 2))
            : null;
    }

    private static float Low(HistorySpan span, int first, int length, Measure measure)
    {
        var low = float.NaN;
        for (var row = first; row < first + length; row++)
        {
            var value = span.Value(measure, row);
            low = float.IsNaN(low) || value < low ? value : low;
        }

        return low;
    }
}
