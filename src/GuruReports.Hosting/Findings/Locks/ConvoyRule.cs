using GuruReports.Hosting.Findings.Graph;
using GuruReports.Inspection.Snapshot.Model.Threads;
using GuruReports.Inspection.Threads;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Findings.Locks;

/// <summary>GURU002: many threads wait behind the holder of one lock.</summary>
internal sealed class ConvoyRule(FindingOptions options) : IFindingRule
{
    private const int MostLocks = 5;
    private const int Few = 3;
    private const int MostCandidates = 3;
    private static readonly TimeSpan s_long = TimeSpan.FromSeconds(3);

    public IEnumerable<Finding> Evaluate(Report report)
    {
        var graph = WaitGraph.Of(report);
        return graph.Stacks.KnowsLocks ? Proven(graph) : Suspected(graph);
    }

    // What stands behind a circle is told there.
    private IEnumerable<Finding> Proven(WaitGraph graph)
    {
        var atWork = graph.Stacks.Threads.Count(static thread => thread.TopUserFrame is not null && thread.Role is not ThreadRole.Main);
        return graph.All(WaitNodeKind.Lock)
            .Select(static node => new { Node = node, Held = (SnapshotLock)node.Subject!, Holder = HolderOf(node) })
            .Where(found => (found.Holder is not null || found.Held.Owner is { ManagedId: null }) && IsQueue(found.Held, found.Holder?.Thread, atWork, graph.Stacks))
            .OrderByDescending(static found => found.Held.Waiters.Count)
            .Where(found => !WaitGraph.RootsOf(found.Node).Any(static root => root.Kind is WaitNodeKind.Circle))
            .Take(MostLocks)
            .Select(found => Behind(found.Node, found.Held, found.Holder?.Thread, graph.Stacks));
    }

    // Of several readers one that waits itself is told.
    private static WaitNode? HolderOf(WaitNode node) =>
        node.WaitsFor.Select(static edge => edge.To).FirstOrDefault(static holder => holder.Thread is { } thread && Blocking.IsBlocked(thread))
        ?? (((SnapshotLock)node.Subject!).Owner is null ? null : node.WaitsFor.Select(static edge => edge.To).FirstOrDefault());

    // A few who wait behind a holder that waits itself, for something else, are a queue as well where they are most of those at work.
    private bool IsQueue(SnapshotLock held, CapturedThread? holder, int atWork, StackIndex index) =>
        held.Waiters.Count >= options.ConvoyThreads
        || ((held.Waiters.Count >= Few || WaitLong(held, index))
            && holder is not null && Blocking.IsBlocked(holder) && !Blocking.WaitsForLock(holder)
            && (held.Waiters.Count + 1) * 2 >= atWork);

    // One or two are a queue where the work that they are for has stood for seconds.
    private static bool WaitLong(SnapshotLock held, StackIndex index) =>
        index.ByIds(held.Waiters) is { Count: > 0 } waiters && waiters.All(waiter => WorkAges.Of(waiter) >= s_long || waiter.WaitsSince >= s_long);

    private static Finding Behind(WaitNode node, SnapshotLock held, CapturedThread? holder, StackIndex index)
    {
        // A holder that waits for a lock at the place where the others wait has just got it, or waits for its next one: they take turns.
        var takesTurns = holder is not null && Blocking.WaitsForLock(holder) && index.ByIds(held.Waiters).Any(waiter => waiter.TopUserFrame is { } place && place == holder.TopUserFrame);
        var stuck = !takesTurns && holder is not null && Blocking.IsBlocked(holder);
        var doing = holder is null ? "" : $", {Blocking.Describe(holder)}";
        var evidence = new List<string> { $"{Words.Lock(held.TypeName, held.Address)} is held by {(holder is null ? Words.Thread(held.Owner?.ManagedId, held.Owner?.Name, held.Owner?.OsThreadId) : Words.Thread(holder))}{doing}" };
        if (holder?.TopUserFrame is { } at)
        {
            evidence.Add($"  which stands at {Words.Frame(at)}");
        }
        else if (Blame.Frames(held.OwnerFrames).FirstOrDefault() is { } frame)
        {
            evidence.Add($"  which stands at {Words.Frame(frame)}");
        }

        if (held.HeldIn is { } taken)
        {
            evidence.Add($"  and took the lock in {Words.Frame(taken)}");
        }

        evidence.AddRange(Place.Describe(Place.GroupByOwnCode(index.ByIds(held.Waiters))));
        return Make(
            stuck && held.Waiters.Count > Few ? FindingSeverity.Critical : FindingSeverity.Warning,
            stuck ? FindingCertainty.Certain : FindingCertainty.Likely,
            $"{Measures.Count(held.Waiters.Count, "thread")} wait{(held.Waiters.Count == 1 ? "s" : "")} for one lock while its holder is {(stuck ? "itself blocked" : "at work")}",
            evidence,
            node);
    }

    // Contention whose holder is not known: many at one place, or some for long.
    private IEnumerable<Finding> Suspected(WaitGraph graph)
    {
        foreach (var place in Place.GroupByOwnCode(LockHolders.Waiting(graph)))
        {
            var shortest = place.Threads.Min(static waiter => waiter.WaitsSince ?? TimeSpan.Zero);
            if (place.Frame is null || (place.Threads.Count < options.ConvoyThreads && (place.Threads.Count < Few || shortest < s_long)))
            {
                continue;
            }

            var holders = LockHolders.Possible(graph, place.Threads);
            if (holders.Count > 0)
            {
                yield return Make(
                    FindingSeverity.Warning,
                    FindingCertainty.Suspected,
                    $"{place.Threads.Count} threads wait for a lock at one place; who holds it is not proven without a snapshot",
                    [place.Describe(), .. holders.Take(MostCandidates).Select(Candidate), .. holders.Count > MostCandidates ? new[] { $"{Measures.Count(holders.Count - MostCandidates, "other thread")} may as well" } : []]) with { Covers = graph.Numbers(place.Threads) };
            }
        }
    }

    private static string Candidate(CapturedThread holder) =>
        $"may hold it: {Words.Thread(holder)} at {Words.Frame(holder.TopUserFrame)}, {Blocking.Describe(holder)}";

    private static Finding Make(FindingSeverity severity, FindingCertainty certainty, string summary, IReadOnlyList<string> evidence, WaitNode? held = null) => new()
    {
        Id = FindingIds.Convoy,
        Name = "LOCK CONVOY",
        Severity = severity,
        Certainty = certainty,
        Summary = summary,
        Evidence = evidence,
        Advice = "Do the slow part (I/O, waiting) before the lock is entered, and hold it only for the change of memory.",
        Weight = 95,
        Roots = held is null ? [] : [held.Number],
    };
}
