namespace GuruReports.Hosting.History;

/// <summary>A measure that is no longer as it was.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="At">Since when, UTC.</param>
/// <param name="Onset">From what to what.</param>
internal sealed record HistoryChange(Measure Measure, DateTimeOffset At, Onset Onset)
{
    /// <summary>Finds the changes of all measures, the oldest first.</summary>
    public static IReadOnlyList<HistoryChange> Find(HistorySpan span)
    {
        var changes = new List<HistoryChange>();
        foreach (var measure in Enum.GetValues<Measure>())
        {
            if (OnsetFinder.Find(span.Series(measure), MeasureDefinition.Of(measure).Floor) is { } onset)
            {
                changes.Add(new HistoryChange(measure, span.At(onset.Row), onset));
            }
        }

        changes.Sort((x, y) => x.At != y.At ? x.At.CompareTo(y.At) : x.Measure.CompareTo(y.Measure));
        return changes;
    }
}
