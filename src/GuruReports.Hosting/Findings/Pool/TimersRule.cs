using GuruReports.Hosting.Facts.Runtime;
using GuruReports.Inspection.Snapshot.Model.Async;
using GuruReports.Inspection.Snapshot.Model.Pool;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Findings.Pool;

/// <summary>GURU031: timers pile up.</summary>
internal sealed class TimersRule(FindingOptions options) : IFindingRule
{
    private const int MostGroups = 3;
    private const int Many = 10;

    public IEnumerable<Finding> Evaluate(Report report)
    {
        var timers = StackIndex.Of(report).Snapshot?.Timers;
        var count = Math.Max(report.Facts<RuntimeFacts>()?.ActiveTimers ?? 0, timers?.Count ?? 0);
        if (count < options.ActiveTimers)
        {
            return [];
        }

        return
        [
            new Finding
            {
                Id = FindingIds.Timers,
                Name = "TIMERS",
                Severity = FindingSeverity.Warning,
                Certainty = FindingCertainty.Likely,
                Summary = $"{count} timers are active",
                Evidence = [.. (timers?.Groups ?? []).Take(MostGroups).Select(Describe), .. Waiting(StackIndex.Of(report))],
                Advice = "Dispose timers and CancellationTokenSources with a time limit when their work is done; or keep one timer for all.",
                Weight = 35,
            },
        ];
    }

    // Async code that waits for timers of its own: the callback is the framework's, the guilty code is the one that waits.
    private static IEnumerable<string> Waiting(StackIndex index) =>
        (index.Snapshot?.Async?.Chains ?? [])
            .Where(chain => chain.Awaits.Kind is AwaitKind.Timer or AwaitKind.Delay && chain.Count >= Many && Chains.OwnFrame(chain) is not null)
            .OrderByDescending(chain => chain.Count)
            .Take(MostGroups)
            .SelectMany(Chains.Describe);

    private static string Describe(TimerGroup group)
    {
        var state = group.StateType is { } type ? $" for {type}" : "";
        var period = group.PeriodMilliseconds is { } milliseconds ? $"every {Measures.Duration(TimeSpan.FromMilliseconds(milliseconds))}" : "once";
        return $"{group.Count} × {group.Callback}{state}, {period}";
    }
}
