using GuruReports.Inspection.Threads;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Findings.Locks;

/// <summary>GURU001 from stacks alone: threads wait for locks, and no thread that does not wait stands in the code that uses them.</summary>
internal sealed class SuspectedDeadlockRule(FindingOptions options) : IFindingRule
{
    public IEnumerable<Finding> Evaluate(Report report)
    {
        var index = StackIndex.Of(report);
        if (index.KnowsLocks)
        {
            return [];
        }

        var waiting = index.Threads.Where(thread => Blocking.WaitsForLock(thread) && thread.TopUserFrame is not null).ToList();
        if (waiting.Count < 2 || PossibleHolders(index, waiting).Count > 0)
        {
            return [];
        }

        var places = Place.GroupByOwnCode(waiting);
        return
        [
            new Finding
            {
                Id = FindingIds.Deadlock,
                Name = "DEADLOCK",
                Severity = waiting.Count >= options.ConvoyThreads ? FindingSeverity.Critical : FindingSeverity.Warning,
                Certainty = FindingCertainty.Suspected,
                Summary = $"{waiting.Count} threads wait for locks and none that could hold them runs: suspected from the stacks alone, without a snapshot",
                Evidence = [.. Place.Describe(places)],
                Advice = "Take a second report: if the same threads stand at the same places, it is a deadlock or a lock that was never released.",
                Weight = 90,
            },
        ];
    }

    /// <summary>Returns the threads that do not wait for a lock while own code of the same types as the waiting ones is on their stack.</summary>
    internal static IReadOnlyList<CapturedThread> PossibleHolders(StackIndex index, IReadOnlyList<CapturedThread> waiting)
    {
        var types = waiting.Select(thread => thread.TopUserFrame?.Type).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return
        [
            .. index.Threads.Where(thread => !Blocking.WaitsForLock(thread)
                && thread.Frames.Any(frame => frame.Owner is not CodeOwner.Framework && frame.Type is { } type && types.Contains(type))),
        ];
    }
}
