using GuruReports.Hosting.Findings.Graph;
using GuruReports.Hosting.Findings.Graph.Likely;
using GuruReports.Inspection.Snapshot.Model.Async;
using GuruReports.Inspection.Snapshot.Model.Threads;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Findings.Locks;

/// <summary>GURU001: threads or async methods of which each waits for the next, as a snapshot proves.</summary>
internal sealed class DeadlockRule : IFindingRule
{
    private const int MostCycles = 3;

    public IEnumerable<Finding> Evaluate(Report report)
    {
        var graph = WaitGraph.Of(report);
        return graph.All(WaitNodeKind.Circle).GroupBy(PlacesOf).Take(MostCycles).Select(equal => Describe([.. equal], graph.Behind([.. equal])));
    }

    // Circles of the same places are one defect.
    private static string PlacesOf(WaitNode circle) => CycleOf(circle) is { } cycle
        ? string.Join('\n', cycle.Parties.Select(static party => party.Task is { } task ? Words.Frame(task) : party.WaitsIn is { } frame ? Words.Frame(frame) : $"#{party.ManagedId}"))
        : string.Join('\n', ((AwaitCycle)circle.Subject!).Frames.Select(Words.Frame));

    private static Finding Describe(List<WaitNode> circles, Backlog behind) => Describe(circles[0], circles, behind);

    private static Finding Describe(WaitNode circle, List<WaitNode> equal, Backlog behind) => new()
    {
        Id = FindingIds.Deadlock,
        Name = "DEADLOCK",
        Severity = FindingSeverity.Critical,
        Certainty = circle.Subject is LikelyCircle ? FindingCertainty.Likely : FindingCertainty.Certain,
        Summary = CycleOf(circle) is { } of ? Summarize(of, equal.Count, behind, CallsIn(equal)) : $"{Measures.Count(((AwaitCycle)circle.Subject!).Frames.Count, "async method")} await each other in a circle and never end{Times(equal.Count)}",
        Evidence =
        [
            .. CycleOf(circle) is { } locks ? locks.Parties.SelectMany(Describe) : Describe((AwaitCycle)circle.Subject!),
            .. circle.Subject is LikelyCircle { Guesses: var guesses } ? guesses.Select(static guess => $"it is likely, not proven, {guess}") : [],
            .. Place.Describe(Place.GroupByOwnCode(behind.Threads.Where(thread => !equal.Exists(one => IsParty(one, thread.ManagedThreadId))))),
        ],
        Advice = circle.Subject is LikelyCircle ? "Restart to recover. Then break the circle: wait for nothing that may need what one holds oneself, be it a semaphore, a transaction, a place in a queue or another request; a time limit for the wait ends what is left." : circle.Subject is DeadlockCycle cycle ? Advice(cycle) : "Restart to recover. Then break the circle: one of these must not await the other.",
        Weight = 100,
        Roots = [.. equal.Select(static one => one.Number)],
    };

    private static DeadlockCycle? CycleOf(WaitNode circle) => circle.Subject as DeadlockCycle ?? (circle.Subject as LikelyCircle)?.Cycle;

    // What the graph knows of as calls: parties of circles that the snapshot proves are told by their tasks alone.
    private static int CallsIn(List<WaitNode> circles) => circles.Where(static circle => circle.Subject is LikelyCircle).SelectMany(static circle => circle.WaitedBy).Select(static edge => edge.From).Where(static node => node.Chain is not null).Distinct().Sum(static node => node.Count);

    private static bool IsParty(WaitNode circle, int? thread) => CycleOf(circle) is { } cycle && cycle.Parties.Any(party => party.ManagedId == thread);

    private static string Summarize(DeadlockCycle cycle, int times, Backlog behind, int calls)
    {
        var threads = cycle.Parties.Count(static party => party.Task is null);
        var tasks = cycle.Parties.Count - threads;
        var who = tasks == 0 ? Measures.Count(threads, "thread") : threads == 0 ? Measures.Count(tasks, "async method") : $"{Measures.Count(threads, "thread")} and {Measures.Count(tasks, "async method")}";
        return $"{who} {(cycle.Parties.Count == 1 ? "waits for itself" : "wait for each other")}{Times(times)}{Behind(behind.ThreadCount - (threads * times), Math.Max(0, behind.CallCount - calls))}";
    }

    private static string Times(int circles) => circles == 1 ? "" : $", in {circles} circles of the same places";

    private static string Behind(int threads, int calls) => (threads, calls) switch
    {
        (0, 0) => "",
        (var waiting, 0) => $", {waiting} more {(waiting == 1 ? "waits" : "wait")} behind them",
        (0, var waiting) => $", {Measures.Count(waiting, "async call")} behind them",
        var (waiting, _) => $", {Measures.Count(waiting, "thread")} and {Measures.Count(calls, "async call")} wait behind them",
    };

    private static string Advice(DeadlockCycle cycle) =>
        cycle.Parties.All(static party => party.Wants is not null) ? "Restart to recover. Then take these locks in the same order everywhere, or hold only one at a time."
        : cycle.Parties.All(static party => party.Wants is null) ? "Restart to recover. Then await instead of blocking (Result, Wait, GetResult): what is waited for needs the thread that waits."
        : "Restart to recover. Then do not wait for other code (a task, a thread, a callback) while holding a lock that it takes.";

    private static IEnumerable<string> Describe(AwaitCycle cycle) =>
        cycle.Frames.Select((frame, at) => $"{Words.Frame(frame)} awaits {cycle.Frames[(at + 1) % cycle.Frames.Count].Method}");

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
}
