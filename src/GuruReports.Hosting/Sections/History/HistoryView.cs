using GuruReports.Hosting.History;
using GuruReports.Hosting.History.LastWords;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Sections.History;

/// <summary>Turns the record into what a report shows of it. Pure.</summary>
internal static class HistoryView
{
    private const int Columns = 30;
    private const int MostLimits = 5;

    // Fewer minutes are in the rows of a second anyhow.
    internal const int FewestMinutes = 20;

    /// <summary>Sums the record up in one line.</summary>
    public static string Summarize(HistoryFacts facts)
    {
        var since = facts.Changes is [var first, ..] ? $"; since {Clock(first.From)}: {HistoryWords.Describe(first)}" : "; nothing changed for good";
        return $"{Measures.Duration(Length(facts.Seconds))} by the second{Minutes(facts)}{since}";
    }

    /// <summary>Turns the record into a value.</summary>
    /// <param name="facts">The record.</param>
    /// <param name="previous">What a previous process left; null where it left nothing to tell.</param>
    /// <param name="noLastWords">Why last words are not kept; null where they are, or were not asked for.</param>
    public static ReportMap Show(HistoryFacts facts, PreviousRun? previous = null, string? noLastWords = null)
    {
        var map = new MapBuilder();
        if (previous is not null)
        {
            map.Add("previous run", new ReportList([.. previous.Describe().Prepend(previous.Summarize()).Select(line => new ReportText(line))]));
        }

        if (noLastWords is not null)
        {
            map.Add("last words", new ReportUnknown(noLastWords));
        }

        if (facts.Changes.Count > 0)
        {
            map.Add("changed", new ReportList([.. facts.Changes.Select(change => new ReportText($"since {Clock(change.From)}  {HistoryWords.Describe(change)}"))]));
        }

        if (facts.EarlierChanges.Count > 0)
        {
            map.Add("changed earlier", new ReportList([.. facts.EarlierChanges.Select(change => new ReportText($"since {Minute(change.From)}  {HistoryWords.Describe(change)}"))]));
        }

        if (facts.LimitChanges.Count > 0)
        {
            map.Add("limit changed", LimitChanges(facts.LimitChanges));
        }

        if (Odd(facts.Seconds) is { Count: > 0 } odd)
        {
            map.Add("moments that numbers do not tell", new ReportList(odd));
        }

        map.Add($"last {Measures.Duration(Length(facts.Seconds))}", Table(facts.Seconds, TimeSpan.FromSeconds(1)));
        if (facts.Minutes.Count >= FewestMinutes)
        {
            map.Add($"last {Long(facts.Minutes)}", Table(facts.Minutes, TimeSpan.FromMinutes(1)));
        }

        ThrownView.Add(map, facts);
        var unknown = string.Join("; ", Enum.GetValues<Measure>().Where(measure => facts.Seconds.Series(measure).All(float.IsNaN)).Select(measure => MeasureDefinition.Of(measure).Name));
        var nothing = string.Join("; ", Enum.GetValues<Measure>().Where(measure => IsNothing(facts.Seconds, measure)).Select(measure => MeasureDefinition.Of(measure).Name));
        _ = nothing.Length == 0 ? map : map.Add("0 all along", nothing);
        return (unknown.Length == 0 ? map : map.Add("not known here", unknown)).Build();
    }

    // Who sets it in a loop is told the latest.
    private static ReportList LimitChanges(IReadOnlyList<LimitChange> changes) => new(
    [
        .. changes.Count > MostLimits ? [new ReportText($"… {changes.Count - MostLimits} times before")] : Array.Empty<ReportValue>(),
        .. changes.TakeLast(MostLimits).Select(change => new ReportText($"at {Clock(change.At)}  {change.Describe()}")),
    ]);

    private static ReportTable Table(HistorySpan span, TimeSpan step)
    {
        var rows = new List<IReadOnlyList<ReportValue>>();
        foreach (var measure in Enum.GetValues<Measure>().Where(measure => IsKnown(span, measure) && !IsNothing(span, measure)))
        {
            var (series, unit) = (span.Series(measure), MeasureDefinition.Of(measure).Unit);
            var known = Array.FindAll(series, float.IsFinite);
            rows.Add(
            [
                MeasureDefinition.Of(measure).Name,
                HistoryWords.Value(series[^1], unit),
                HistoryWords.Value(known.Min(), unit),
                HistoryWords.Value(known.Max(), unit),
                Picture(span, measure, series, step),
            ]);
        }

        return new ReportTable(["Measure", "Now", "Least", "Most", "Picture"], rows);
    }

    private static ReportSeries Picture(HistorySpan span, Measure measure, float[] series, TimeSpan step)
    {
        var definition = MeasureDefinition.Of(measure);
        return Picture(span, series, step, part => HistoryWords.Scaled(definition.KeepsWorst ? part.Max() : part.Average(), definition.Unit), HistoryWords.Unit(definition.Unit));
    }

    /// <summary>Returns a picture of numbers, one a row.</summary>
    internal static ReportSeries Picture(HistorySpan span, float[] series, TimeSpan step, Func<float[], double> together, string? unit)
    {
        var size = Math.Max(1, (series.Length + Columns - 1) / Columns);
        var values = series.Chunk(size).Select(part => Array.FindAll(part, float.IsFinite)).Select(part => part.Length == 0 ? (double?)null : together(part));
        return new ReportSeries { Start = span.At(0) - step, Step = step * size, Values = [.. values], Unit = unit };
    }

    private static List<ReportValue> Odd(HistorySpan span)
    {
        var odd = new List<ReportValue>();
        for (var row = 0; row < span.Count; row++)
        {
            if (Say(span.Mark(row)) is { Length: > 0 } mark)
            {
                odd.Add(new ReportText($"{Clock(span.At(row))}  {mark}"));
            }
        }

        return odd;
    }

    private static string Minutes(HistoryFacts facts) =>
        facts.Minutes.Count < FewestMinutes ? "" : $", {Long(facts.Minutes)} by the minute";

    private static string Say(RowMark mark) => string.Join(", ", new[]
    {
        mark.HasFlag(RowMark.MachineSlept) ? "the machine had slept" : null,
        mark.HasFlag(RowMark.ClockSet) ? "the time of day was set" : null,
        mark.HasFlag(RowMark.ProcessStood) ? "the process had stood still, or no processor was free for it" : null,
    }.OfType<string>());

    // A line of zeros says no more than its name.
    private static bool IsNothing(HistorySpan span, Measure measure) => span.Series(measure) is var series && Array.Exists(series, float.IsFinite) && Array.TrueForAll(series, value => value == 0 || float.IsNaN(value));

    private static bool IsKnown(HistorySpan span, Measure measure) => span.Series(measure).Any(float.IsFinite);

    internal static string Long(HistorySpan minutes) => minutes.Count == HistoryRecorder.Minutes ? "24 h" : Measures.Duration(TimeSpan.FromMinutes(minutes.Count));

    internal static TimeSpan Length(HistorySpan span) => TimeSpan.FromSeconds(span.Count);

    internal static string Clock(DateTimeOffset time) => time.UtcDateTime.ToString("HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);

    private static string Minute(DateTimeOffset time) => time.UtcDateTime.ToString("HH:mm'Z'", System.Globalization.CultureInfo.InvariantCulture);
}
