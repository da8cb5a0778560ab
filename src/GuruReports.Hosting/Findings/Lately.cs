using GuruReports.Hosting.Facts.Runtime;
using GuruReports.Hosting.History;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Findings;

/// <summary>
/// What the process did lately. The first report of a process knows only what it did since its start, which hides a minute of
/// trouble among hours without; its own record knows the last seconds.
/// </summary>
internal static class Lately
{
    private const int Rows = 30;
    private const int LeastRows = 20;

    // What was counted over a time no longer than this is as good, and exact.
    private static readonly TimeSpan s_short = TimeSpan.FromMinutes(1);

    /// <summary>Returns what the runtime did: since the previous report, or since the start, where that is short or nothing is recorded; else by the record. Null where nothing is known.</summary>
    public static RuntimeChange? Of(Report report)
    {
        var counted = report.Facts<RuntimeFacts>()?.Change;
        return counted is not null && counted.Interval <= s_short ? counted : Recorded(report) ?? counted;
    }

    /// <summary>Returns the mean of a measure in the last half minute; null where too little is recorded.</summary>
    public static double? Mean(Report report, Measure measure) => Sum(Seconds(report), measure) is { Seconds: > 0 } sum ? sum.Total / sum.Seconds : null;

    /// <summary>Gets the length of the time that a mean is over.</summary>
    public static TimeSpan Window => TimeSpan.FromSeconds(Rows);

    private static RuntimeChange? Recorded(Report report)
    {
        if (Seconds(report) is not { } seconds || Sum(seconds, Measure.Paused) is not { Seconds: > 0 } paused)
        {
            return null;
        }

        return new RuntimeChange
        {
            Interval = TimeSpan.FromSeconds(paused.Seconds),
            PauseTime = TimeSpan.FromSeconds(paused.Total),
            AllocatedBytes = Total(Measure.Allocated),
            Collections = [(int)Total(Measure.Collections), (int)Total(Measure.MiddleCollections), (int)Total(Measure.FullCollections)],
            CompletedWorkItems = Total(Measure.Completed),
            LockContentions = Total(Measure.Contentions),
            ExceptionsThrown = Sum(seconds, Measure.Exceptions) is { Seconds: > 0 } thrown ? (long)Math.Round(thrown.Total) : null,
            CpuTime = TimeSpan.FromSeconds(Sum(seconds, Measure.Cpu)?.Total ?? 0),
        };

        long Total(Measure measure) => (long)Math.Round(Sum(seconds, measure)?.Total ?? 0);
    }

    private static HistorySpan? Seconds(Report report) => report.Facts<HistoryFacts>()?.Seconds is { Count: >= LeastRows } seconds ? seconds : null;

    // Rates a second, each over the time from the row before; a row that is no second of work says nothing.
    private static (double Total, double Seconds)? Sum(HistorySpan? span, Measure measure)
    {
        if (span is null)
        {
            return null;
        }

        var (total, known) = (0.0, 0.0);
        for (var row = Math.Max(1, span.Count - Rows); row < span.Count; row++)
        {
            var length = (span.At(row) - span.At(row - 1)).TotalSeconds;
            if (float.IsFinite(span.Value(measure, row)) && length > 0 && (span.Mark(row) & (RowMark.ClockSet | RowMark.MachineSlept)) == 0)
            {
                total += span.Value(measure, row) * length;
                known += length;
            }
        }

        return (total, known);
    }
}
