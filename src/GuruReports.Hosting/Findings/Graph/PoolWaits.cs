using GuruReports.Inspection.Snapshot.Model.Async;
using GuruReports.Inspection.Snapshot.Model.Calls;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Findings.Graph;

/// <summary>Pools and limiters: who waits for their members, and who holds these.</summary>
internal static class PoolWaits
{
    private const double Most = 0.5;

    public static void Add(WaitGraph graph)
    {
        var nobody = ulong.MaxValue;
        var waited = graph.Snapshot?.Async?.Pools ?? [];
        foreach (var pool in waited.Concat(Counted(graph, waited)))
        {
            var node = graph.Add(WaitNodeKind.Pool, pool.Address != 0 && graph.Find(WaitNodeKind.Pool, pool.Address) is null ? pool.Address : nobody--, pool, Most);
            foreach (var thread in pool.Threads)
            {
                graph.Link(graph.Thread(thread), node, Proof(pool));
            }

            foreach (var chain in pool.Chains.Select(graph.Chain).OfType<WaitNode>())
            {
                graph.Link(chain, node, Proof(pool));
                AddGate(graph, chain.Chain!, node);
            }

            AddHolders(graph, pool, node);
        }
    }

    /// <summary>Returns the pool as its library is known to keep it; null for one of no known library.</summary>
    public static LibraryPool? Known(WaitedPool pool, WaitGraph graph) => pool.Address == 0 ? null
        : graph.Snapshot?.Calls?.Pools.FirstOrDefault(found => found.Address == pool.Address && found.Holders.Count > 0 && pool.Lends?.StartsWith(found.Lends, StringComparison.Ordinal) == true);

    // A pool that counts its waiters itself, while they stand too far from it in their code to be seen there.
    private static IEnumerable<WaitedPool> Counted(WaitGraph graph, IReadOnlyList<WaitedPool> waited) => (graph.Snapshot?.Calls?.Pools ?? [])
        .Where(pool => pool is { Waiting: > 0, Most: > 0 } && pool.InUse + pool.Opening >= pool.Most && !waited.Any(other => IsOf(other, pool)))
        .Select(static pool => new WaitedPool
        {
            Address = pool.Address,
            TypeName = pool.Library,
            Lends = pool.Peer is null ? pool.Lends : $"{pool.Lends} to {pool.Peer}",
            Setting = pool.Setting,
            InUse = pool.InUse,
            Limit = pool.Most,
            IsExhausted = true,
            Waiting = (int)Math.Min(pool.Waiting!.Value, int.MaxValue),
            HoldersUnknown = pool.Holders.Count == 0,
        });

    private static bool IsOf(WaitedPool waited, LibraryPool pool) =>
        waited.Address == pool.Address || (waited.Address == 0 && waited.Lends?.StartsWith(pool.Lends, StringComparison.Ordinal) == true);

    private static FindingCertainty Proof(WaitedPool pool) =>
        !pool.IsExhausted ? FindingCertainty.Suspected : pool.IsGuess ? FindingCertainty.Likely : FindingCertainty.Certain;

    // A semaphore that the pool's own code waits for is how it counts its members.
    private static void AddGate(WaitGraph graph, AsyncChain chain, WaitNode pool)
    {
        foreach (var detail in chain.Awaits.Kind is AwaitKind.Semaphore ? chain.Awaits.Details : [])
        {
            if (detail.Address is { } address && graph.Find(WaitNodeKind.Semaphore, address) is { } semaphore)
            {
                graph.Link(semaphore, pool, FindingCertainty.Likely);
            }
        }
    }

    private static void AddHolders(WaitGraph graph, WaitedPool pool, WaitNode node)
    {
        if (Known(pool, graph) is not { } known)
        {
            foreach (var user in Users(pool, graph))
            {
                graph.Link(node, graph.Of(user), FindingCertainty.Suspected);
            }

            return;
        }

        foreach (var holder in known.Holders)
        {
            if (holder.Chain is { } chain && graph.Chain(chain) is { } stack)
            {
                graph.Link(node, stack, FindingCertainty.Certain, holder.Count);
            }
            else if (holder.Thread is { } thread)
            {
                graph.Link(node, graph.Thread(thread), FindingCertainty.Certain, holder.Count);
            }
            else
            {
                node.Alternatives += holder.Count;
            }
        }
    }

    // Calls of the pool's own library that are past the pool have a member, most likely.
    private static IEnumerable<AsyncChain> Users(WaitedPool pool, WaitGraph graph)
    {
        var library = Library(pool.TypeName);
        return library.Length == 0
            ? []
            : graph.Chains
                .Where(chain => !pool.Chains.Contains(chain.Id) && chain.Awaits.Kind is not (AwaitKind.Delay or AwaitKind.Timer) && Chains.OwnFrame(chain) is not null)
                .Where(chain => chain.Frames.TakeWhile(frame => frame.Owner is CodeOwner.Framework || frame.Method.StartsWith(library, StringComparison.Ordinal)).Any(frame => frame.Method.StartsWith(library, StringComparison.Ordinal)));
    }

    // Npgsql.PoolingDataSource → Npgsql. ; System.Net.Http.HttpConnectionPool → System.Net.Http.
    private static string Library(string typeName)
    {
        var parts = typeName.Split('<')[0].Split('.');
        return parts.Length < 2 ? "" : string.Join('.', parts.Take(parts[0] is "System" or "Microsoft" ? Math.Min(3, parts.Length - 1) : 1)) + ".";
    }
}
