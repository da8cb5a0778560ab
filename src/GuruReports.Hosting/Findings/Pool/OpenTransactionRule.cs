using GuruReports.Hosting.Findings.Graph;
using GuruReports.Inspection.Snapshot.Model.Async;
using GuruReports.Inspection.Snapshot.Model.Calls;
using GuruReports.Inspection.Threads;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Findings.Pool;

/// <summary>GURU050: a transaction is open while its owner waits for something else, and calls to the same database do not end meanwhile.</summary>
internal sealed class OpenTransactionRule : IFindingRule
{
    private const int Few = 3;
    private const int MostPools = 3;
    private static readonly TimeSpan s_long = TimeSpan.FromSeconds(5);

    public IEnumerable<Finding> Evaluate(Report report)
    {
        var graph = WaitGraph.Of(report);
        var calls = graph.Snapshot?.Calls;
        foreach (var pool in (calls?.Pools ?? []).Where(static pool => pool.Holders.Any(static holder => holder.IsInTransaction)).Take(MostPools))
        {
            var running = calls!.Calls.Where(call => call.Library == pool.Library && call.State is CallState.Executing && IsOf(call, pool)).ToList();
            if (Owners(pool, running).ToList() is { Count: > 0 } owners && RunningCalls.Of(running, graph) is { AreLong: true } waiting)
            {
                yield return Describe(pool, owners, waiting, graph);
            }
        }
    }

    // Whose own command runs is not idle in its transaction.
    private static IEnumerable<PoolHolder> Owners(LibraryPool pool, List<OutgoingCall> running) => pool.Holders.Where(holder => holder.IsInTransaction && !running.Exists(call => Makes(holder, call)));

    private static bool IsOf(OutgoingCall call, LibraryPool pool) =>
        pool.Holders.Any(holder => Makes(holder, call));

    private static bool Makes(PoolHolder holder, OutgoingCall call) =>
        (holder.Chain is { } chain && call.Chains.Contains(chain)) || (holder.Thread is { } thread && call.Threads.Contains(thread));

    private static Finding Describe(LibraryPool pool, List<PoolHolder> owners, RunningCalls waiting, WaitGraph graph)
    {
        var transactions = owners.Sum(static owner => owner.Count);
        var nodes = owners.Select(static owner => owner.Chain).OfType<int>().Select(graph.Chain).OfType<WaitNode>().Concat(owners.Select(static owner => owner.Thread).OfType<int>().Select(graph.Thread)).ToList();

        // The library itself sleeps and asks again: then it is the database that is locked.
        var polls = nodes.Exists(static node => node.WaitedBy.Any(static edge => edge.From.Subject is OutgoingCall));
        return new Finding
        {
            Id = FindingIds.OpenTransaction,
            Name = "OPEN TRANSACTION",
            Severity = graph.Work.AreMostForLong(waiting.Requests, waiting.Oldest) ? FindingSeverity.Warning : FindingSeverity.Information,
            Certainty = polls ? FindingCertainty.Likely : FindingCertainty.Suspected,
            Summary = $"{Measures.Count(transactions, "transaction")} {(transactions == 1 ? "is" : "are")} open while {(transactions == 1 ? "its owner waits" : "their owners wait")} for something else; {Measures.Count(waiting.Count, "call")} to {pool.Peer ?? "the same database"} {(waiting.Count == 1 ? "does" : "do")} not end meanwhile",
            Evidence =
            [
                .. PoolHolders.Of(pool, graph).Describe(owners.Contains),
                .. waiting.Running.Take(Few).Select(static call => $"running meanwhile: {call.Count} × {call.Name}"),
                .. Chains.WorkOf(waiting.Chains),
                .. Words.Work(waiting.Work),
                .. WaitEnds.Describe(nodes),
                polls ? "they sleep inside the library, which asks again and again while another connection has the database locked" : "whether they wait for locks of this transaction, the database tells",
            ],
            Advice = "Keep transactions short: wait for nothing but the database inside. Which session waits for which: pg_stat_activity and pg_blocking_pids (PostgreSQL), sys.dm_tran_locks (SQL Server), performance_schema.data_lock_waits (MySQL).",
            Weight = 74,
            Roots = polls ? [.. nodes.Select(static node => node.Number)] : [],
            Covers = graph.Numbers(waiting.Threads, waiting.Chains),
        };
    }

    /// <summary>Calls that run, with who makes them.</summary>
    private sealed record RunningCalls(IReadOnlyList<OutgoingCall> Running, IReadOnlyList<AsyncChain> Chains, IReadOnlyList<CapturedThread> Threads, TimeSpan? Oldest)
    {
        public int Count => Running.Sum(static call => call.Count);

        public int Requests => Chains.SelectMany(static chain => chain.WorksFor ?? []).Concat(Work).Where(static share => RequestsInFlight.IsRequest(share.Kind)).Sum(static share => share.Count);

        public IEnumerable<WorkShare> Work => Threads.Select(static thread => thread.WorksFor).OfType<WorkShare>();

        // Where nobody knows for how long, so many at once are told.
        public bool AreLong => Oldest is { } oldest ? oldest >= s_long : Count >= Few;

        public static RunningCalls Of(List<OutgoingCall> running, WaitGraph graph)
        {
            var chains = running.SelectMany(static call => call.Chains).Distinct().Select(graph.Chain).OfType<WaitNode>().Select(static node => node.Chain!).ToList();
            var threads = graph.Stacks.ByIds(running.SelectMany(static call => call.Threads).Distinct());
            var age = running.Select(CallAge.Of).Where(static age => age is { IsLeast: false } || age?.Age >= s_long).Max(static age => age?.Age) is { } known ? known
                : chains.Select(WorkAges.Of).Concat(threads.Select(WorkAges.Of)).Max();
            return new(running, chains, threads, age);
        }
    }
}
