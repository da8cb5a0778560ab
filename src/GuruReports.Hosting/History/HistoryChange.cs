namespace GuruReports.Hosting.History;

/// <summary>A measure that is no longer as it was.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="From">Since when, UTC: the beginning of that minute, where it is known to the minute.</param>
/// <param name="IsByMinute">Whether it is known to the minute only.</param>
/// <param name="Onset">From what to what.</param>
internal sealed record HistoryChange(Measure Measure, DateTimeOffset From, bool IsByMinute, Onset Onset)
{
    /// <summary>Finds the changes of all measures, the oldest first.</summary>
    /// <param name="span">The rows.</param>
    /// <param name="step">The time from one row to the next.</param>
    public static IReadOnlyList<HistoryChange> Find(HistorySpan span, TimeSpan step)
    {
        var isByMinute = step >= TimeSpan.FromMinutes(1);
        var changes = new List<HistoryChange>();
        foreach (var measure in Enum.GetValues<Measure>())
        {
            if (OnsetFinder.Find(span.Series(measure), MeasureDefinition.Of(measure).Floor) is { } onset)
            {
                changes.Add(new HistoryChange(measure, isByMinute ? span.At(onset.Row) - step : span.At(onset.Row), isByMinute, onset));
            }
        }

        changes.Sort((x, y) => x.From != y.From ? x.From.CompareTo(y.From) : x.Measure.CompareTo(y.Measure));
        return changes;
    }
}
