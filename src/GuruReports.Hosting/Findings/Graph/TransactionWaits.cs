using GuruReports.Inspection.Snapshot.Model.Calls;
using GuruReports.Inspection.Threads;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Findings.Graph;

/// <summary>
/// Commands of a database that lives in this process: there the library itself sleeps and asks again while another connection
/// has it locked. Where one transaction is open, that one has.
/// </summary>
internal static class TransactionWaits
{
    public static void Add(WaitGraph graph)
    {
        foreach (var (pool, owner) in OpenTransactions.Of(graph))
        {
            if (NodeOf(graph, owner) is not { } node)
            {
                continue;
            }

            foreach (var (command, call) in OpenTransactions.CommandsOf(graph, pool).Where(command => !command.Node.WaitedBy.Any(edge => edge.From == node)))
            {
                var callers = graph.Stacks.ByIds(call.Threads);
                if (callers.Count > 0 && callers.All(thread => thread.State is ThreadActivity.Sleeping && Calls.Anchor(thread)?.Type?.StartsWith(pool.Library, StringComparison.Ordinal) == true && pool.Holders.Any(holder => holder.Thread == thread.ManagedThreadId)))
                {
                    graph.Link(command, node, FindingCertainty.Likely);
                }
            }
        }
    }

    private static WaitNode? NodeOf(WaitGraph graph, PoolHolder owner) =>
        owner.Chain is { } chain ? graph.Chain(chain) : owner.Thread is { } thread ? graph.Thread(thread) : null;
}
