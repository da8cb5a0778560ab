using GuruReports.Hosting.History;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Findings.Pool;

/// <summary>Asks the process's own record for how long the thread pool has done nothing.</summary>
internal static class PoolRecord
{
    private const float Nothing = 1;

    /// <summary>Returns for how long the pool has completed less than an item a second while work waited; null when it has not stood, or nothing is recorded.</summary>
    public static TimeSpan? StoodFor(Report report)
    {
        if (report.Facts<HistoryFacts>()?.Seconds is not { Count: > 1 } seconds)
        {
            return null;
        }

        var row = seconds.Count - 1;
        while (row >= 0 && seconds.Value(Measure.Completed, row) < Nothing && seconds.Value(Measure.Queued, row) > 0)
        {
            row--;
        }

        return row < seconds.Count - 1 ? seconds.At(seconds.Count - 1) - seconds.At(Math.Max(0, row)) : null;
    }
}
