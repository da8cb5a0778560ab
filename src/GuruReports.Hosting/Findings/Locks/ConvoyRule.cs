using GuruReports.Inspection.Snapshot.Model;
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
    private static readonly TimeSpan s_long = TimeSpan.FromSeconds(3);

    public IEnumerable<Finding> Evaluate(Report report)
    {
        var index = StackIndex.Of(report);
        return index is { KnowsLocks: true, Snapshot: { } snapshot } ? Proven(snapshot, index) : Suspected(index);
    }

    private IEnumerable<Finding> Proven(SnapshotResult snapshot, StackIndex index)
    {
        var deadlocked = snapshot.DeadlockCycles.SelectMany(cycle => cycle.Parties).Select(party => party.ManagedId).OfType<int>().ToHashSet();
        return snapshot.Locks.Select(held => WithReader(held, index))
            .Where(held => held.Owner is { } owner && IsQueue(held, owner, index)
                && !(owner.ManagedId is { } id && deadlocked.Contains(id)) && !AbandonedLockRule.HasForeignHolder(held, index))
            .OrderByDescending(held => held.Waiters.Count)
            .Take(MostLocks)
            .Select(held => Behind(held, held.Owner!, index));
    }

    // Readers let each other in, until somebody wants to write: then whoever comes waits for the reader that stays.
    private static SnapshotLock WithReader(SnapshotLock held, StackIndex index) =>
        held is { Owner: null, Kind: LockKind.ReaderWriterLock, ReaderIds.Count: > 0 }
        && index.ByIds(held.ReaderIds.Except(held.Waiters)).FirstOrDefault(Blocking.IsBlocked) is { } reader
            ? held with { Owner = new LockOwner { ManagedId = reader.ManagedThreadId, OsThreadId = reader.OSThreadId, Name = reader.Name } }
            : held;

    // A few who wait behind a holder that waits itself, for something else, are a queue as well where they are most of those at work.
    private bool IsQueue(SnapshotLock held, LockOwner owner, StackIndex index) =>
        held.Waiters.Count >= options.ConvoyThreads
        || ((held.Waiters.Count >= Few || WaitLong(held, index))
            && index.ById(owner.ManagedId) is { } holder && Blocking.IsBlocked(holder) && !Blocking.WaitsForLock(holder)
            && (held.Waiters.Count + 1) * 2 >= index.Threads.Count(thread => thread.TopUserFrame is not null && thread.Role is not ThreadRole.Main));

    // One or two are a queue where the work that they are for has stood for seconds.
    private static bool WaitLong(SnapshotLock held, StackIndex index) =>
        index.ByIds(held.Waiters) is { Count: > 0 } waiters && waiters.All(waiter => WorkAges.Of(waiter) >= s_long || waiter.WaitsSince >= s_long);

    private static Finding Behind(SnapshotLock held, LockOwner owner, StackIndex index)
    {
        var holder = index.ById(owner.ManagedId);

        // A holder that waits for a lock at the place where the others wait has just got it, or waits for its next one: they take turns.
        var takesTurns = holder is not null && Blocking.WaitsForLock(holder) && index.ByIds(held.Waiters).Any(waiter => waiter.TopUserFrame is { } place && place == holder.TopUserFrame);
        var stuck = !takesTurns && holder is not null && Blocking.IsBlocked(holder);
        var doing = holder is null ? "" : $", {Blocking.Describe(holder)}";
        var evidence = new List<string> { $"{Words.Lock(held.TypeName, held.Address)} is held by {Words.Thread(owner.ManagedId, owner.Name, owner.OsThreadId)}{doing}" };
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
            evidence);
    }

    private IEnumerable<Finding> Suspected(StackIndex index)
    {
        foreach (var place in Place.GroupByOwnCode(index.Threads.Where(Blocking.WaitsForLock)))
        {
            if (place.Frame is null || place.Threads.Count < options.ConvoyThreads)
            {
                continue;
            }

            var holders = SuspectedDeadlockRule.PossibleHolders(index, place.Threads);
            if (holders.Count > 0)
            {
                yield return Make(
                    FindingSeverity.Warning,
                    FindingCertainty.Suspected,
                    $"{place.Threads.Count} threads wait for a lock at one place; who holds it is not proven without a snapshot",
                    [place.Describe(), .. holders.Take(3).Select(Candidate)]);
            }
        }
    }

    private static string Candidate(CapturedThread holder) =>
        $"may hold it: {Words.Thread(holder)} at {Words.Frame(holder.TopUserFrame)}, {Blocking.Describe(holder)}";

    private static Finding Make(FindingSeverity severity, FindingCertainty certainty, string summary, IReadOnlyList<string> evidence) => new()
    {
        Id = FindingIds.Convoy,
        Name = "LOCK CONVOY",
        Severity = severity,
        Certainty = certainty,
        Summary = summary,
        Evidence = evidence,
        Advice = "Do the slow part (I/O, waiting) before the lock is entered, and hold it only for the change of memory.",
        Weight = 95,
    };
}
