using GuruReports.Hosting.History.Onsets;

namespace GuruReports.Hosting.History;

/// <summary>A measure that is no longer as it was.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="From">Since when, UTC: the beginning of that minute, where it is known to the minute.</param>
/// <param name="IsByMinute">Whether it is known to the minute only.</param>
/// <param name="Onset">From what to what.</param>
internal sealed record HistoryChange(Measure Measure, DateTimeOffset From, bool IsByMinute, Onset Onset)
{
    private const int Shortly = 15;

    /// <summary>Gets what has the most part in it; null where that is not known.</summary>
    public string? Leader { get; init; }

    /// <summary>Finds the changes of all measures, the oldest first.</summary>
    /// <param name="span">The rows.</param>
    /// <param name="step">The time from one row to the next.</param>
    /// <param name="thrown">Which exceptions were thrown in each row; null where that is not known.</param>
    public static IReadOnlyList<HistoryChange> Find(HistorySpan span, TimeSpan step, IReadOnlyList<(string? Type, float[] Counts)>? thrown = null)
    {
        var isByMinute = step >= TimeSpan.FromMinutes(1);
        var changes = new List<HistoryChange>();
        foreach (var measure in Enum.GetValues<Measure>())
        {
            if (OnsetFinder.Find(span.Series(measure), MeasureDefinition.Of(measure).Floor) is { } onset)
            {
                changes.Add(new HistoryChange(measure, isByMinute ? span.At(onset.Row) - step : span.At(onset.Row), isByMinute, onset)
                {
                    Leader = measure is Measure.Exceptions ? LeaderOf(onset, (thrown ?? []).Where(type => type.Type is not null), step) : null,
                });
            }
        }

        changes.Sort((x, y) => x.From != y.From ? x.From.CompareTo(y.From) : x.Measure.CompareTo(y.Measure));
        return changes;
    }

    /// <summary>Finds the changes of some measures that came shortly before another one and were over later, the oldest first: the record as it was shortly after that.</summary>
    public static IReadOnlyList<HistoryChange> FindPassing(HistorySpan span, IEnumerable<Measure> measures, HistoryChange other)
    {
        var changes = new List<HistoryChange>();
        var row = other.Onset.Row;
        foreach (var measure in measures)
        {
            if (OnsetFinder.Find(span.Series(measure).AsSpan(0, Math.Min(span.Count, row + Shortly)), MeasureDefinition.Of(measure).Floor) is { } onset
                && onset.Row < row && onset.Row >= row - Shortly)
            {
                changes.Add(new HistoryChange(measure, span.At(onset.Row), IsByMinute: false, onset));
            }
        }

        changes.Sort((x, y) => x.From.CompareTo(y.From));
        return changes;
    }

    // The type of which as many more are thrown since then as make most of the change.
    private static string? LeaderOf(Onset onset, IEnumerable<(string? Type, float[] Counts)> thrown, TimeSpan step)
    {
        var (type, rise) = thrown.Select(type => (type.Type, Rise: (type.Counts[onset.Row..].Average() - (onset.Row == 0 ? 0 : type.Counts[..onset.Row].Average())) / step.TotalSeconds))
            .DefaultIfEmpty().MaxBy(static type => type.Rise);
        return rise > (onset.Now - onset.Before) / 2 && onset.Now > onset.Before ? type : null;
    }
}
