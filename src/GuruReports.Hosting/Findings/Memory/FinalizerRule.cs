using GuruReports.Hosting.Facts.Runtime;
using GuruReports.Hosting.Findings.Graph;
using GuruReports.Inspection.Threads;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Findings.Memory;

/// <summary>GURU012: the finalizer is blocked, or does not keep up.</summary>
internal sealed class FinalizerRule(FindingOptions options) : IFindingRule
{
    private const int MostTypes = 3;
    private const double AllItsTime = 0.9;

    public IEnumerable<Finding> Evaluate(Report report)
    {
        var index = StackIndex.Of(report);
        var finalizer = index.Threads.FirstOrDefault(thread => thread.Role is ThreadRole.Finalizer);
        var blocked = finalizer is { TopUserFrame: not null } && Blocking.IsBlocked(finalizer);
        var ready = index.Snapshot?.Heap?.FinalizerReady;
        var pending = Math.Max(report.Facts<RuntimeFacts>()?.GarbageCollector.FinalizationPending ?? 0, ready ?? 0);
        if (!blocked && (pending < options.FinalizationPending || HasCaughtUp(finalizer, ready)))
        {
            return [];
        }

        var slow = finalizer is not null && (finalizer.TopUserFrame is not null || Blocking.IsBlocked(finalizer));
        var demand = finalizer is null ? null : Blocking.Demand(finalizer);
        return
        [
            new Finding
            {
                Id = FindingIds.Finalizer,
                Name = "FINALIZER",
                Severity = blocked && pending >= options.FinalizationPending ? FindingSeverity.Critical
                    : slow || demand >= AllItsTime ? FindingSeverity.Warning
                    : FindingSeverity.Information,
                Certainty = blocked ? FindingCertainty.Certain : FindingCertainty.Suspected,
                Summary = blocked
                    ? $"the finalizer is blocked{(pending > 0 ? $", {Measures.Count(pending, "object")} {(pending == 1 ? "waits" : "wait")} for it" : "")}: what it should free stays"
                    : $"{pending} objects wait to be finalized{(!slow && demand is { } share ? $"; the finalizer is at work on them, with {Words.Percent(Math.Min(share, 1))} of a CPU" : "")}",
                Evidence = [.. Describe(finalizer), .. (index.Snapshot?.Heap?.FinalizerQueue ?? []).Take(MostTypes).Select(type => $"waiting: {type.Count} × {type.Name}")],
                Advice = "A finalizer must not lock, wait or do I/O. Dispose these objects, so that they need no finalizer.",

                // The runtime's own finalizers at work are how a collection ends; that they take the thread's whole time follows from who makes the objects.
                Weight = slow ? 57 : 49,
                Roots = blocked ? WaitGraph.Of(report).Numbers([finalizer!]) : [],
            },
        ];
    }

    // The collector's count is of the last collection. Only the heap of this moment, or a finalizer that is at work, tells
    // that they still wait: one that runs no managed code waits for something to do.
    private bool HasCaughtUp(CapturedThread? finalizer, int? ready) =>
        ready is { } now ? now < options.FinalizationPending : finalizer is { Frames.Count: 0 };

    private static IEnumerable<string> Describe(CapturedThread? finalizer)
    {
        if (finalizer?.TopUserFrame is not { } frame)
        {
            yield break;
        }

        yield return $"{Words.Thread(finalizer)} (finalizer) at {Words.Frame(frame)}, {Blocking.Describe(finalizer)}";
        if (Blame.Frames(finalizer.Frames).LastOrDefault() is { } outermost && outermost != frame)
        {
            yield return $"  called by {Words.Frame(outermost)}";
        }
    }
}
