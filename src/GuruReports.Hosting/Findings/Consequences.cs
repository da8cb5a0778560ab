using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Findings;

/// <summary>Moves a finding that only follows from a graver one below that one, so that the cause stands alone.</summary>
internal static class Consequences
{
    private const int KeptEvidence = 2;

    /// <summary>What can follow (left) from what (right).</summary>
    private static readonly Dictionary<string, string[]> s_causes = new(StringComparer.Ordinal)
    {
        [FindingIds.Starvation] = [FindingIds.Deadlock, FindingIds.Convoy, FindingIds.AbandonedLock, FindingIds.Exhausted],
        [FindingIds.Overload] = [FindingIds.GcPauses],
        [FindingIds.HotThread] = [FindingIds.InducedGc, FindingIds.GcPauses, FindingIds.Overload, FindingIds.Exceptions, FindingIds.MemoryLimit],
        [FindingIds.Computing] = [FindingIds.Compiling, FindingIds.HotThread, FindingIds.InducedGc, FindingIds.GcPauses, FindingIds.Overload, FindingIds.Exceptions, FindingIds.MemoryLimit, FindingIds.Deadlock],
        [FindingIds.SyncOverAsync] = [FindingIds.Deadlock, FindingIds.InlineContinuation, FindingIds.Exhausted],
        [FindingIds.Failure] = [FindingIds.Starvation, FindingIds.SyncOverAsync, FindingIds.Exhausted],
        [FindingIds.BlockedWorkers] = [FindingIds.Deadlock, FindingIds.Convoy, FindingIds.AbandonedLock, FindingIds.Exhausted, FindingIds.Semaphore, FindingIds.InlineContinuation, FindingIds.ChildProcess],
        [FindingIds.InFlight] = [FindingIds.BlockedWorkers, FindingIds.ChildProcess, FindingIds.Starvation, FindingIds.SyncOverAsync, FindingIds.Deadlock, FindingIds.InlineContinuation, FindingIds.Exhausted, FindingIds.Convoy, FindingIds.Semaphore, FindingIds.StalledAsync, FindingIds.AbandonedLock],
        [FindingIds.Semaphore] = [FindingIds.Exhausted, FindingIds.Starvation],
        [FindingIds.StalledAsync] = [FindingIds.Starvation, FindingIds.SyncOverAsync, FindingIds.Deadlock, FindingIds.InlineContinuation, FindingIds.Exhausted],
        [FindingIds.GcPauses] = [FindingIds.Compiling, FindingIds.InducedGc, FindingIds.MemoryLimit, FindingIds.MemoryGrowth],
        [FindingIds.Threads] = [FindingIds.Deadlock, FindingIds.Convoy, FindingIds.AbandonedLock],
        [FindingIds.CloseWait] = [FindingIds.Starvation, FindingIds.SyncOverAsync, FindingIds.Deadlock, FindingIds.Convoy, FindingIds.Exhausted],
        [FindingIds.AcceptQueue] = [FindingIds.Starvation, FindingIds.SyncOverAsync, FindingIds.Deadlock, FindingIds.Convoy, FindingIds.Overload, FindingIds.Threads],
        [FindingIds.Assemblies] = [FindingIds.Compiling],
        [FindingIds.Exceptions] = [FindingIds.Failure, FindingIds.CachedFailure],
        [FindingIds.MachineBusy] = [FindingIds.Overload, FindingIds.HotThread, FindingIds.Throttled],
    };

    /// <summary>Folds consequences into their causes.</summary>
    /// <returns>The findings that remain, in the same order.</returns>
    public static IReadOnlyList<Finding> Fold(IReadOnlyList<Finding> ordered)
    {
        var kept = new List<Finding>(ordered.Count);
        foreach (var finding in ordered)
        {
            var cause = kept.FindIndex(earlier => Explains(earlier, finding));
            if (cause < 0)
            {
                kept.Add(finding);
                continue;
            }

            kept[cause] = kept[cause] with { Evidence = [.. kept[cause].Evidence, .. Shorten(finding)] };
        }

        return kept;
    }

    // A guess must not hide what is known: a cause that is only suspected explains nothing.
    private static bool Explains(Finding cause, Finding consequence) =>
        cause.Certainty > FindingCertainty.Suspected
        && s_causes.TryGetValue(consequence.Id, out var causes)
        && causes.Contains(cause.Id, StringComparer.Ordinal)
        && (cause.Severity > consequence.Severity || cause.Weight > consequence.Weight);

    private static IEnumerable<string> Shorten(Finding consequence) =>
        [$"consequence: {consequence.Name} {consequence.Summary}", .. consequence.Evidence.Take(KeptEvidence).Select(line => $"  {line}")];
}
