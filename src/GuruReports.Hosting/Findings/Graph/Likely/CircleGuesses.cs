using GuruReports.Inspection.Snapshot.Model.Async;
using GuruReports.Inspection.Snapshot.Model.Calls;
using GuruReports.Inspection.Vocabulary;

namespace GuruReports.Hosting.Findings.Graph.Likely;

/// <summary>
/// What a waiter may wait for, where nothing but a closed circle makes it likely: who is inside a semaphore, who has the transaction
/// open whose locks a command may need, and which request of this same service answers a call.
/// </summary>
internal static class CircleGuesses
{
    public static IEnumerable<(WaitNode From, WaitNode To, string Text)> Of(WaitGraph graph) => Semaphores(graph).Concat(Transactions(graph)).Concat(OwnRequests(graph));

    // Where several may be inside, one of them that waits says nothing.
    private static IEnumerable<(WaitNode From, WaitNode To, string Text)> Semaphores(WaitGraph graph) =>
        from node in graph.All(WaitNodeKind.Semaphore)
        let inside = Insiders.Of(graph, node).Take(2).ToList()
        where inside is [{ Count: 1 }]
        select (node, graph.Of(inside[0]), $"that {Words.Frame(Chains.OwnFrame(inside[0])!)} is inside the semaphore: it stands farther on in a method at whose beginning others wait for it");

    private static IEnumerable<(WaitNode From, WaitNode To, string Text)> Transactions(WaitGraph graph)
    {
        foreach (var (pool, holder) in OpenTransactions.Of(graph))
        {
            if (holder.Chain is not { } id || graph.Chain(id) is not { } owner)
            {
                continue;
            }

            foreach (var (command, call) in OpenTransactions.CommandsOf(graph, pool).Where(command => !command.Call.Chains.Contains(id) && pool.Holders.Any(other => other.Chain is { } chain && command.Call.Chains.Contains(chain))))
            {
                yield return (command, owner, $"that \"{call.Name}\" waits for a lock of the transaction that {Words.Frame(Chains.OwnFrame(owner.Chain!) ?? owner.Chain!.Frames[0])} has open: that, the database tells");
            }
        }
    }

    // The trace of a request goes with the calls that are made for it: a younger request of the same trace is one of these.
    private static IEnumerable<(WaitNode From, WaitNode To, string Text)> OwnRequests(WaitGraph graph)
    {
        var requests = graph.Chains.Select(static chain => (Chain: chain, Request: RequestOf(chain))).Where(static one => one.Request is { TraceId: not null, OldestMilliseconds: not null }).ToList();
        foreach (var peer in graph.All(WaitNodeKind.Peer))
        {
            var callers = peer.WaitedBy.Select(static edge => edge.From.Chain).OfType<AsyncChain>().ToList();
            foreach (var caller in callers.Select(RequestOf).OfType<WorkShare>())
            {
                foreach (var (chain, request) in requests.Where(one => one.Request!.TraceId == caller.TraceId && one.Request.OldestMilliseconds <= caller.OldestMilliseconds && !callers.Contains(one.Chain)))
                {
                    yield return (peer, graph.Of(chain), $"that {request!.Name} is the call of {caller.Name}, which this service makes to itself: both are of one trace");
                }
            }
        }
    }

    private static WorkShare? RequestOf(AsyncChain chain) => chain.WorksFor?.FirstOrDefault(static share => RequestsInFlight.IsRequest(share.Kind));
}
