using GuruReports.Hosting.Findings.Graph;
using GuruReports.Hosting.History;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Findings;

/// <summary>Says since when a finding shows, by the record and by threads that have not run since, and what changed then.</summary>
internal static class FindingHistory
{
    private const int MostChanges = 3;

    // What changed together within this time belongs together.
    private static readonly TimeSpan s_together = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan s_minutesTogether = TimeSpan.FromMinutes(3);

    // In less time nobody waits too long.
    private static readonly TimeSpan s_worthTelling = TimeSpan.FromSeconds(5);

    /// <summary>Adds to each finding since when it shows, where that is known.</summary>
    public static IReadOnlyList<Finding> Date(IReadOnlyList<Finding> findings, Report report)
    {
        var history = report.Facts<HistoryFacts>();
        var graph = findings.Any(static finding => finding.Roots.Count > 0) ? WaitGraph.Of(report) : null;
        return [.. findings.Select(finding => Date(finding, history, graph))];
    }

    private static Finding Date(Finding finding, HistoryFacts? history, WaitGraph? graph)
    {
        var stood = finding.Roots.Count == 0 ? null : Standing.Of(graph!, finding.Roots);
        var known = stood?.For >= s_worthTelling ? stood : null;
        var measures = FindingMeasures.Of(finding.Id);
        if (history is null || Changes(history, measures, known?.Since) is not [var first, ..] changes)
        {
            // They have waited at least as long: nobody saw when they began to.
            return known is null ? finding : Tell(finding, null, $"it has lasted for {Measures.Duration(known.For)} at least: {known.Proof}");
        }

        var passing = first.IsByMinute ? [] : HistoryChange.FindPassing(history.Seconds, measures, first);
        var since = passing is [var earlier, ..] ? earlier.From : first.From;
        var then = $"{Describe(changes)}{(passing.Count == 0 ? "" : $"; for a while {Describe(passing)}")}";
        return known?.Since < since
            ? Tell(finding, known.Since, $"{known.Proof} since then; what changed after that: {then}")
            : Tell(finding, since, $"what changed {(first.IsByMinute ? "in that minute" : "then")}: {then}");
    }

    private static Finding Tell(Finding finding, DateTimeOffset? since, string line) => finding with { Since = since, Evidence = [.. finding.Evidence, line] };

    // What began longer ago than the rows of a second reach back is told by those of a minute.
    private static List<HistoryChange> Changes(HistoryFacts history, IReadOnlyList<Measure> measures, DateTimeOffset? latest)
    {
        var seconds = history.Changes.Where(change => measures.Contains(change.Measure)).ToList();
        if (seconds.Count > 0 && !(latest < history.Seconds.At(0)))
        {
            return [.. seconds.TakeWhile(change => change.From - seconds[0].From <= s_together)];
        }

        // In a day much changes with the hour: most of the measures change together where the service does.
        var minutes = history.EarlierChanges.Where(change => measures.Contains(change.Measure)).ToList();
        var together = minutes.Select(first => minutes.FindAll(change => change.From >= first.From && change.From - first.From <= s_minutesTogether)).MaxBy(static group => group.Count);
        return together ?? seconds;
    }

    private static string Describe(IReadOnlyList<HistoryChange> changes) => string.Join(", ", changes.Take(MostChanges).Select(HistoryWords.Describe));
}
