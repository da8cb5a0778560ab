using GuruReports.Hosting.Findings.Graph;
using GuruReports.Inspection.Snapshot.Model.Async;
using GuruReports.Inspection.Snapshot.Model.Threads;
using GuruReports.Inspection.Threads;
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
        var graph = WaitGraph.Of(report);
        foreach (var node in graph.All(WaitNodeKind.Semaphore))
        {
            // Consumers of an empty queue wait so all day.
            var semaphore = (SnapshotLock)node.Subject!;
            var threads = node.WaitedBy.Select(static edge => edge.From.Thread).OfType<CapturedThread>().ToList();
            var waiting = (semaphore.AsyncWaiters ?? 0) + Math.Max(semaphore.WaiterCount ?? 0, semaphore.Waiters.Count) - threads.Count(Blocking.WaitsForQueue);
            if (semaphore.CurrentCount == 0 && waiting >= Few)
            {
                yield return Describe(graph, node, semaphore, waiting, threads);
            }
        }
    }

    private Finding Describe(WaitGraph graph, WaitNode node, SnapshotLock semaphore, int waiting, List<CapturedThread> threads)
    {
        var chains = node.WaitedBy.Select(static edge => edge.From.Chain).OfType<AsyncChain>().Where(static chain => Chains.OwnFrame(chain) is not null).ToList();
        return new Finding
        {
            Id = FindingIds.Semaphore,
            Name = "SEMAPHORE",
            Severity = waiting >= options.SemaphoreWaiters || Reentered(chains) is not null || HoldsUpMost(graph, node) ? FindingSeverity.Warning : FindingSeverity.Information,
            Certainty = Reentered(chains) is null ? FindingCertainty.Suspected : FindingCertainty.Likely,
            Summary = $"{waiting} wait for a SemaphoreSlim{Places(semaphore)} of which none is free",
            Evidence =
            [
                .. Reentered(chains) is { } again ? new[] { $"entered again by who is inside: {again}" } : [],
                .. Chains.ByOwnCode(chains).Take(MostPlaces).SelectMany(Chains.Describe),
                .. Place.Describe(Place.GroupByOwnCode(threads)),
                .. Inside(graph, node, chains),
                $"SemaphoreSlim@{semaphore.Address:x} does not record who entered it: whoever did is still at work, or never released it",
            ],
            Advice = "Look for a way out of the section that does not call Release (an exception without finally), and for code that enters it twice.",
            Weight = 70,
            Roots = [node.Number],
            Covers = [.. node.WaitedBy.Select(static edge => edge.From.Number)],
        };
    }

    private static bool HoldsUpMost(WaitGraph graph, WaitNode node) =>
        graph.Work.Of(graph.Behind(node)) is var (standing, oldest) && graph.Work.AreMostForLong(standing, oldest);

    // Who stands farther on in a method whose beginning others wait at has likely entered.
    private static IEnumerable<string> Inside(WaitGraph graph, WaitNode node, IReadOnlyList<AsyncChain> waiting)
    {
        var methods = waiting.Select(static chain => Chains.OwnFrame(chain)!.Method).ToHashSet(StringComparer.Ordinal);
        return graph.Chains
            .Where(chain => !node.WaitedBy.Any(edge => edge.From.Chain == chain) && Blame.Frames(chain.Frames).Any(frame => methods.Contains(frame.Method)))
            .Take(MostPlaces)
            .SelectMany(static chain => Chains.Describe(chain).Select(static (line, at) => at == 0 ? $"may be inside: {line}" : line));
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
