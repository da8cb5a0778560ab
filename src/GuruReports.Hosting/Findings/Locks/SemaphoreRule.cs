using GuruReports.Hosting.Findings.Graph;
using GuruReports.Inspection.Snapshot.Model.Async;
using GuruReports.Inspection.Snapshot.Model.Calls;
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
    private const long YoungMilliseconds = 1_000;

    public IEnumerable<Finding> Evaluate(Report report)
    {
        var graph = WaitGraph.Of(report);
        foreach (var node in graph.All(WaitNodeKind.Semaphore).Where(static node => !IsOfQueue(node)))
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
            Severity = (waiting >= options.SemaphoreWaiters && !GetsOn(graph, node)) || Reentered(chains) is not null || HoldsUpMost(graph, node) ? FindingSeverity.Warning : FindingSeverity.Information,
            Certainty = Reentered(chains) is null ? FindingCertainty.Suspected : FindingCertainty.Likely,
            Summary = $"{waiting} wait for a SemaphoreSlim{Places(semaphore)} of which none is free",
            Evidence =
            [
                .. Reentered(chains) is { } again ? new[] { $"entered again by who is inside: {again}" } : [],
                .. Chains.ByOwnCode(chains).Take(MostPlaces).SelectMany(Chains.Describe),
                .. Place.Describe(Place.GroupByOwnCode(threads)),
                .. Inside(graph, node),
                $"SemaphoreSlim@{semaphore.Address:x} does not record who entered it: whoever did is still at work, or never released it",
            ],
            Advice = "Look for a way out of the section that does not call Release (an exception without finally), and for code that enters it twice.",
            Weight = 70,
            Roots = [node.Number],
            Covers = [.. node.WaitedBy.Select(static edge => edge.From.Number)],
        };
    }

    // By which a full queue counts its places: that is told of the queue.
    private static bool IsOfQueue(WaitNode semaphore) => semaphore.WaitsFor.Any(static edge => edge.To.Kind is WaitNodeKind.Queue);

    // Where all who may be inside wait for calls that have just begun, places come free: it is a limit that does its work.
    private static bool GetsOn(WaitGraph graph, WaitNode node)
    {
        var inside = Insiders.Of(graph, node).Select(graph.Of).ToList();
        return inside.Count > 0 && inside.TrueForAll(static one => one.WaitsFor.Any(static edge => edge.To.Subject is OutgoingCall { OldestMilliseconds: < YoungMilliseconds }));
    }

    private static bool HoldsUpMost(WaitGraph graph, WaitNode node) =>
        graph.Work.Of(graph.Behind(node)) is var (standing, oldest) && graph.Work.AreMostForLong(standing, oldest);

    private static IEnumerable<string> Inside(WaitGraph graph, WaitNode node) => Insiders.Of(graph, node)
        .Take(MostPlaces)
        .SelectMany(static chain => Chains.Describe(chain).Select(static (line, at) => at == 0 ? $"may be inside: {line}" : line));

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
