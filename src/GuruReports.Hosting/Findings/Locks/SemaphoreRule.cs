using GuruReports.Inspection.Snapshot.Model.Async;
using GuruReports.Inspection.Snapshot.Model.Threads;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Findings.Locks;

/// <summary>GURU032: many wait for a SemaphoreSlim that has no free place.</summary>
internal sealed class SemaphoreRule(FindingOptions options) : IFindingRule
{
    private const int MostPlaces = 3;
    private const int Few = 3;

    public IEnumerable<Finding> Evaluate(Report report)
    {
        var index = StackIndex.Of(report);
        foreach (var semaphore in index.Snapshot?.Locks ?? [])
        {
            // Consumers of an empty queue wait so all day.
            var idle = index.ByIds(semaphore.Waiters).Count(Blocking.WaitsForQueue);
            var waiting = (semaphore.AsyncWaiters ?? 0) + Math.Max(semaphore.WaiterCount ?? 0, semaphore.Waiters.Count) - idle;
            if (semaphore is { Kind: LockKind.Semaphore, CurrentCount: 0 } && waiting >= Few)
            {
                yield return Describe(semaphore, waiting, index);
            }
        }
    }

    private Finding Describe(SnapshotLock semaphore, int waiting, StackIndex index)
    {
        var chains = (index.Snapshot?.Async?.Chains ?? [])
            .Where(chain => chain.Awaits.Kind == AwaitKind.Semaphore
                && (chain.Awaits.Details.Count == 0 || chain.Awaits.Details.Any(detail => detail.Address is null || detail.Address == semaphore.Address)))
            .Where(chain => Chains.OwnFrame(chain) is not null)
            .ToList();
        return new Finding
        {
            Id = FindingIds.Semaphore,
            Name = "SEMAPHORE",
            Severity = waiting >= options.SemaphoreWaiters || Reentered(chains) is not null ? FindingSeverity.Warning : FindingSeverity.Information,
            Certainty = Reentered(chains) is null ? FindingCertainty.Suspected : FindingCertainty.Likely,
            Summary = $"{waiting} wait for a SemaphoreSlim{Places(semaphore)} of which none is free",
            Evidence =
            [
                .. Reentered(chains) is { } again ? new[] { $"entered again by who is inside: {again}" } : [],
                .. chains.Take(MostPlaces).SelectMany(Chains.Describe),
                .. Place.Describe(Place.GroupByOwnCode(index.ByIds(semaphore.Waiters))),
                $"SemaphoreSlim@{semaphore.Address:x} does not record who entered it: whoever did is still at work, or never released it",
            ],
            Advice = "Look for a way out of the section that does not call Release (an exception without finally), and for code that enters it twice.",
            Weight = 70,
        };
    }

    private static string Places(SnapshotLock semaphore) => semaphore.MaximumCount is { } most ? $" with {Measures.Count(most, "place")}" : "";

    // A method that waits for the semaphore directly and is, in another chain, the caller of one that waits for it too.
    private static string? Reentered(IReadOnlyList<AsyncChain> chains)
    {
        var direct = chains.Select(chain => Chains.OwnFrame(chain)!.Method).ToHashSet(StringComparer.Ordinal);
        foreach (var chain in chains)
        {
            var own = Blame.Frames(chain.Frames).ToList();
            if (own.Skip(1).FirstOrDefault(frame => direct.Contains(frame.Method)) is { } outer)
            {
                return $"{Words.Frame(outer)} is inside and calls {Words.Frame(own[0])}, which waits for it too";
            }
        }

        return null;
    }
}
