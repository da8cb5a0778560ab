using GuruReports.Inspection.Snapshot.Model;
using GuruReports.Inspection.Snapshot.Model.Async;
using GuruReports.Inspection.Vocabulary;

namespace GuruReports.SnapshotAnalysis.Tests;

/// <summary>Compares a snapshot of the zoo with what the zoo holds.</summary>
internal static class ZooTruth
{
    /// <summary>Methods that the threads of the zoo add to the 10 000: ten chains of three, the one in the deadlock, three that are busy.</summary>
    public const int MethodsOfThreads = 34;

    /// <summary>Methods of the class library that wait for a semaphore where the runtime suspends methods.</summary>
    private const int MethodsOfLibrary = 300;

    /// <summary>All that differs, one line each; empty when all agrees.</summary>
    public static IReadOnlyList<string> Differences(SnapshotResult result, bool suspendedByRuntime)
    {
        var names = result.Threads.ToDictionary(static thread => thread.ManagedId, static thread => thread.Name);
        return
        [
            .. result.Unavailable.Select(static part => $"unavailable: {part.Part}: {part.Reason}"),
            .. Compare("methods", [$"{10_000 + MethodsOfThreads + (suspendedByRuntime ? MethodsOfLibrary : 0)}"], [$"{result.Async?.PendingMethods}"]),
            .. Compare("chain", ExpectedChains.All(suspendedByRuntime), result.Async?.Chains.Select(ExpectedChains.Describe)),
            .. Compare("blocking", ["Chains.SourceInner 10", "Threads.NeedMonitor 1"], result.Async?.Chains.Where(static chain => chain.BlockedThreads.Count > 0).Select(Blocking)),
            .. Compare("held up", ["Threads.NeedMonitor 1", "Busy.Inner 1"], result.Async?.Chains.Where(static chain => chain.HeldUpBy.Count > 0).Select(HeldUp)),
            .. Compare("circle", Enumerable.Repeat("CycleFirst CycleSecond", 3), result.Async?.Cycles.Select(Describe)),
            .. Compare("deadlock", ExpectedThreads.Deadlocks, result.DeadlockCycles.Select(ExpectedThreads.Describe)),
            .. Compare("lock", ExpectedThreads.Locks, result.Locks.Where(static found => found.Waiters.Count > 1).Select(found => ExpectedThreads.Describe(found, names))),
            .. Compare("readers", ExpectedThreads.Readers, result.Locks.Where(static found => found.Readers > 0).Select(found => ExpectedThreads.DescribeReaders(found, names))),
            .. Missing("wait", ExpectedThreads.Waits, ExpectedThreads.Describe(result.Threads)),
            .. Compare("joins", ["joiner for sleeper"], result.Threads.Where(static thread => thread.WaitsFor is { Kind: WaitKind.Join, OwnerManagedId: not null }).Select(thread => $"{thread.Name} for {names[thread.WaitsFor!.OwnerManagedId!.Value]}")),
            .. Missing("runs", ExpectedThreads.Runs, ExpectedThreads.DescribeRuns(result.Threads)),
            .. Compare("queue", ExpectedPool.Items, result.ThreadPool?.Items.Select(ExpectedPool.Describe)),
            .. Compare("workers", ["4 blocked: waiting on an event BlockWorkers+lambda"], result.ThreadPool?.WorkerGroups.Select(ExpectedPool.Describe)),
            .. Missing("timer", ExpectedPool.Timers, (result.Timers?.Groups ?? []).Select(ExpectedPool.Describe)),
            .. Compare("exception", ["thrower System.InvalidOperationException: the zoo is on fire ← System.ArgumentException: spark"], Exceptions(result)),
        ];
    }

    private static string Blocking(AsyncChain chain) =>
        $"{chain.Frames[0].Method["GuruReports.AsyncZoo.".Length..]} {chain.BlockedThreads.Count}";

    private static string HeldUp(AsyncChain chain) =>
        $"{chain.Frames[0].Method["GuruReports.AsyncZoo.".Length..]} {chain.HeldUpBy.Count}";

    private static string Describe(AwaitCycle cycle) => string.Join(" ", cycle.Frames
        .Select(static frame => frame.Method[(frame.Method.LastIndexOf('.') + 1)..]).Order(StringComparer.Ordinal));

    private static IEnumerable<string> Exceptions(SnapshotResult result) => result.Threads.Where(static thread => thread.Exception is not null)
        .Select(static thread => $"{thread.Name} {thread.Exception!.TypeName}: {thread.Exception.Message} ← {thread.Exception.Inner?.TypeName}: {thread.Exception.Inner?.Message}");

    private static IEnumerable<string> Compare(string part, IEnumerable<string> expected, IEnumerable<string>? actual)
    {
        var found = (actual ?? []).ToList();
        foreach (var line in expected)
        {
            if (!found.Remove(line))
            {
                yield return $"{part} missing: {line}";
            }
        }

        foreach (var line in found)
        {
            yield return $"{part} not expected: {line}";
        }
    }

    private static IEnumerable<string> Missing(string part, IEnumerable<string> expected, IEnumerable<string> actual) =>
        expected.Except(actual).Select(line => $"{part} missing: {line}");
}
