using GuruReports.Hosting.History;
using GuruReports.Hosting.History.Thrown;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Sections.History;

/// <summary>Turns what the record knows of exceptions into tables, a line a type. Pure.</summary>
internal static class ThrownView
{
    /// <summary>Adds the tables, where anything was thrown.</summary>
    public static void Add(MapBuilder map, HistoryFacts facts)
    {
        Add(map, $"exceptions by type, last {Measures.Duration(HistoryView.Length(facts.Seconds))}", facts.Seconds, TimeSpan.FromSeconds(1), facts.Thrown, static thrown => thrown.Seconds);
        if (facts.Minutes.Count >= HistoryView.FewestMinutes)
        {
            Add(map, $"exceptions by type, last {HistoryView.Long(facts.Minutes)}", facts.Minutes, TimeSpan.FromMinutes(1), facts.Thrown, static thrown => thrown.Minutes);
        }
    }

    private static void Add(MapBuilder map, string name, HistorySpan span, TimeSpan step, IReadOnlyList<ThrownSeries> thrown, Func<ThrownSeries, float[]> counts)
    {
        var rows = thrown.Select(type => new { type.Type, Counts = counts(type) }).Where(static type => type.Counts.Any(static count => count > 0)).ToList();
        if (rows.Count > 0)
        {
            map.Add(name, new ReportTable(["Type", "Thrown", "Last", "Most a second", "Picture"], [.. rows.Select(type => Row(span, step, type.Type, type.Counts))]));
        }
    }

    private static IReadOnlyList<ReportValue> Row(HistorySpan span, TimeSpan step, string? type, float[] counts) =>
    [
        type ?? "all other types",
        new ReportNumber(counts.Sum(static count => (double)count)),
        new ReportText(HistoryView.Clock(span.At(Array.FindLastIndex(counts, static count => count > 0)))),
        HistoryWords.Value(counts.Max() / step.TotalSeconds, MeasureUnit.PerSecond),
        HistoryView.Picture(span, counts, step, part => part.Average() / step.TotalSeconds, HistoryWords.Unit(MeasureUnit.PerSecond)),
    ];
}
