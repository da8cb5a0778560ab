using GuruReports.Hosting.Findings.Graph;
using GuruReports.Inspection.Snapshot.Model.Async;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Findings.Pool;

/// <summary>GURU040: calls wait for a member of a pool, or for a place of a limiter, and none is free.</summary>
internal sealed class ExhaustedRule : IFindingRule
{
    private const int Few = 3;
    private const int Many = 10;
    private const int MostPools = 3;
    private const int MostNumbers = 8;

    public IEnumerable<Finding> Evaluate(Report report)
    {
        var graph = WaitGraph.Of(report);
        return graph.All(WaitNodeKind.Pool)
            .Where(static node => (WaitedPool)node.Subject! is var pool && (pool.IsExhausted ? Waiters(pool) >= Few : pool is { InUse: null } && Waiters(pool) >= Many))
            .Take(MostPools)
            .Select(node => Describe(node, (WaitedPool)node.Subject!, graph));
    }

    private static int Waiters(WaitedPool pool) => pool.Waiting + pool.Threads.Count;

    private static Finding Describe(WaitNode node, WaitedPool pool, WaitGraph graph)
    {
        var chains = node.WaitedBy.Select(static edge => edge.From.Chain).OfType<AsyncChain>().ToList();
        var holders = PoolHolders.Of(pool, graph);
        var users = holders is null ? node.WaitsFor.Select(static edge => edge.To.Chain).OfType<AsyncChain>().ToList() : [];
        var inUse = users.Sum(chain => chain.Count);
        var isWanted = pool.InUse > 0 && node.WaitsFor.Where(edge => edge.Proof is FindingCertainty.Certain && edge.To.WaitsFor.Any(next => next.To == node)).Sum(static edge => edge.Count) >= pool.InUse;
        var isLost = pool.IsExhausted && (holders is null ? !pool.HoldersUnknown && inUse == 0 : !holders.AreThere) && pool.InUse > 0;
        var count = Measures.Count(Waiters(pool), "call");
        return new Finding
        {
            Id = FindingIds.Exhausted,
            Name = "POOL EXHAUSTED",
            Severity = isLost || isWanted || pool is { IsExhausted: true, Threads.Count: > 1 } ? FindingSeverity.Critical : FindingSeverity.Warning,
            Certainty = pool is { IsExhausted: true, IsGuess: false } ? FindingCertainty.Certain : pool.IsExhausted ? FindingCertainty.Likely : FindingCertainty.Suspected,
            Summary = $"{count} wait{(Waiters(pool) == 1 ? "s" : "")} for {Member(pool)}{State(pool)}{(isLost ? "; no call in flight uses one: they were not given back" : isWanted ? "; all who hold one wait for another themselves" : "")}",
            Evidence =
            [
                .. OwnPlaces(chains, pool).Select(place => $"waiting: {place}"),
                .. Chains.WorkOf(chains),
                .. Place.Describe(Place.GroupByOwnCode(graph.Stacks.ByIds(pool.Threads))),
                .. holders?.Describe() ?? [],
                .. inUse > 0 ? OwnPlaces(users, pool).Select(place => $"in use by: {place}") : [],
                .. Numbers(pool),
            ],
            Advice = isLost || holders is { Lost: > 0 }
                ? "Dispose what is taken from the pool on every way out (using, await using), also when the answer is an error; look at the calls above for a way that does not."
                : isWanted ? "Restart to recover. Then take no second member while one is held: hand the first one on."
                : $"Look at what holds the members so long, and give the wait a time limit.{(pool.Setting is { } setting ? $" The limit: {setting}." : "")}",
            Weight = 96,
            Roots = [node.Number],
        };
    }

    private static string Member(WaitedPool pool) => pool.Lends is { } lends ? $"one of the {lends}" : $"a member of the pool {ObjectNames.Short(pool.TypeName)}";

    private static string State(WaitedPool pool) => (pool.InUse, pool.Limit, pool.IsExhausted) switch
    {
        ({ } used, { } limit, true) => $", of which {used} of {limit} are in use: none is free{(pool.Setting is { } setting ? $" ({setting})" : "")}",
        (_, _, true) => ": it is exhausted, none is free",
        _ => ", which does not say how many it lends",
    };

    private static IEnumerable<string> OwnPlaces(IReadOnlyList<AsyncChain> chains, WaitedPool pool) => chains
        .Select(chain => new { chain.Count, Own = Caller(chain, pool) })
        .Where(place => place.Own is not null)
        .GroupBy(place => Words.Frame(place.Own!), StringComparer.Ordinal)
        .Select(group => new { Place = group.Key, Count = group.Sum(place => place.Count) })
        .OrderByDescending(place => place.Count)
        .Take(Few)
        .Select(place => $"{place.Count} × {place.Place}");

    // The service's own source is known, a library's mostly is not; a pool of the service's own says less than who asks it.
    private static AsyncFrame? Caller(AsyncChain chain, WaitedPool pool)
    {
        var own = Blame.Frames(chain.Frames).Where(frame => !frame.Method.StartsWith(pool.TypeName.Split('<')[0].Replace('+', '.'), StringComparison.Ordinal)).ToList();
        return own.Find(frame => frame.File is not null) ?? own.FirstOrDefault() ?? Chains.OwnFrame(chain);
    }

    private static IEnumerable<string> Numbers(WaitedPool pool) => pool.Numbers.Count == 0
        ? []
        : [$"its numbers: {string.Join(", ", pool.Numbers.Take(MostNumbers).Select(number => $"{number.Name} = {number.Count}"))}"];
}
