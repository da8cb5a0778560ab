using GuruReports.Inspection.Snapshot.Model.Async;
using GuruReports.Inspection.Snapshot.Model.Threads;
using GuruReports.Inspection.Threads;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Findings.Locks;

/// <summary>GURU001: threads or async methods of which each waits for the next, as a snapshot proves.</summary>
internal sealed class DeadlockRule : IFindingRule
{
    private const int MostCycles = 3;

    public IEnumerable<Finding> Evaluate(Report report)
    {
        var index = StackIndex.Of(report);
        if (index.Snapshot is not { } snapshot)
        {
            return [];
        }

        var known = snapshot.DeadlockCycles.SelectMany(cycle => cycle.Parties).Select(party => party.TaskAddress).ToHashSet();
        var awaiting = (snapshot.Async?.Cycles ?? []).Where(cycle => !cycle.Addresses.Any(address => known.Contains(address)));
        return [.. snapshot.DeadlockCycles.Where(cycle => !Moves(cycle, index)).Select(cycle => OfLocks(cycle, index)).Concat(awaiting.Select(cycle => OfAwaits(cycle, index))).Take(MostCycles)];
    }

    // Who waits for ever uses no CPU and takes no new work: a circle with a thread that does was a moment in between.
    private static bool Moves(DeadlockCycle cycle, StackIndex index) =>
        cycle.Parties.Any(party => party.Task is null && index.ById(party.ManagedId) is { } thread
            && !WaitsBySpinning(party, thread)
            && (Blocking.UsesCpu(thread) || thread.State is ThreadActivity.Running or ThreadActivity.Idle));

    // The end of a cancellation callback is waited for by looking again and again: that is no sign of getting on.
    private static bool WaitsBySpinning(DeadlockParty party, CapturedThread thread) =>
        party.Wants is null && BlockingCalls.Find(thread.Frames) is { Activity: not ThreadActivity.Idle };

    private static Finding OfLocks(DeadlockCycle cycle, StackIndex index)
    {
        var threads = cycle.Parties.Count(party => party.Task is null);
        var tasks = cycle.Parties.Count - threads;
        var who = tasks == 0 ? Measures.Count(threads, "thread") : threads == 0 ? Measures.Count(tasks, "async method") : $"{Measures.Count(threads, "thread")} and {Measures.Count(tasks, "async method")}";
        var wait = cycle.Parties.Count == 1 ? "waits for itself" : "wait for each other";
        return Make(
            $"{who} {wait}{Behind(cycle)}",
            [.. cycle.Parties.SelectMany(Describe), .. Place.Describe(Place.GroupByOwnCode(index.ByIds(cycle.Behind)))],
            Advice(cycle));
    }

    private static string Advice(DeadlockCycle cycle) =>
        cycle.Parties.All(party => party.Wants is not null) ? "Restart to recover. Then take these locks in the same order everywhere, or hold only one at a time."
        : cycle.Parties.All(party => party.Wants is null) ? "Restart to recover. Then await instead of blocking (Result, Wait, GetResult): what is waited for needs the thread that waits."
        : "Restart to recover. Then do not wait for other code (a task, a thread, a callback) while holding a lock that it takes.";

    private static Finding OfAwaits(AwaitCycle cycle, StackIndex index) => Make(
        $"{Measures.Count(cycle.Frames.Count, "async method")} await each other in a circle and never end",
        [
            .. cycle.Frames.Select((frame, at) => $"{Words.Frame(frame)} awaits {cycle.Frames[(at + 1) % cycle.Frames.Count].Method}"),
            .. Place.Describe(Place.GroupByOwnCode(index.ByIds(cycle.BlockedThreads))),
        ],
        "Restart to recover. Then break the circle: one of these must not await the other.");

    private static string Behind(DeadlockCycle cycle) => (cycle.Behind.Count, cycle.ChainsBehind) switch
    {
        (0, 0) => "",
        (var waiting, 0) => $", {waiting} more {(waiting == 1 ? "waits" : "wait")} behind them",
        (0, var waiting) => $", {Measures.Count(waiting, "async call")} behind them",
        var (waiting, calls) => $", {Measures.Count(waiting, "thread")} and {Measures.Count(calls, "async call")} wait behind them",
    };

    private static IEnumerable<string> Describe(DeadlockParty party)
    {
        var who = party.Task is { } task
            ? Words.Frame(task)
            : Words.Thread(party.ManagedId, party.ThreadName, party.OsThreadId);
        var holds = party.Holds is { } held ? $"  holds {Words.Lock(held)}" : "";
        var wants = party.Wants is { } wanted ? $"wants {Words.Lock(wanted)}" : $"waits for {party.WaitsFor}";
        yield return $"{who}{holds}  {wants}";
        if (party.WaitsIn is { } waits)
        {
            yield return $"  waits in {Words.Frame(waits)}";
        }

        if (party.HeldIn is { } heldIn && heldIn != party.WaitsIn)
        {
            yield return $"  took what it holds in {Words.Frame(heldIn)}";
        }
    }

    private static Finding Make(string summary, IReadOnlyList<string> evidence, string advice) => new()
    {
        Id = FindingIds.Deadlock,
        Name = "DEADLOCK",
        Severity = FindingSeverity.Critical,
        Summary = summary,
        Evidence = evidence,
        Advice = advice,
        Weight = 100,
    };
}
