using GuruReports.Hosting.Findings.Graph;
using GuruReports.Inspection.Snapshot.Model.Async;
using GuruReports.Inspection.Snapshot.Model.Calls;

namespace GuruReports.Hosting.Findings.Pool;

/// <summary>Who holds the members of a pool, where a snapshot could tell each of them.</summary>
internal sealed class PoolHolders
{
    private readonly LibraryPool _pool;
    private readonly WaitGraph _graph;

    private PoolHolders(LibraryPool pool, WaitGraph graph) => (_pool, _graph) = (pool, graph);

    /// <summary>The holders; null for a pool of which none are known.</summary>
    public static PoolHolders? Of(WaitedPool pool, WaitGraph graph) => PoolWaits.Known(pool, graph) is { } known ? new PoolHolders(known, graph) : null;

    /// <summary>The holders of a pool of which some are known; nothing waits for it, or something does.</summary>
    public static PoolHolders Of(LibraryPool pool, WaitGraph graph) => new(pool, graph);

    /// <summary>Gets how many members no call in flight holds; 0 when that is not certain.</summary>
    public int Lost => _pool.HoldersIncomplete is null ? _pool.Holders.Where(IsNobody).Sum(static holder => holder.Count) : 0;

    /// <summary>Gets whether some call in flight holds a member, or may.</summary>
    public bool AreThere => _pool.Holders.Any(static holder => !IsNobody(holder)) || _pool.HoldersIncomplete is not null;

    /// <summary>Says who holds how many.</summary>
    /// <param name="which">Which of them; all when left out.</param>
    public IEnumerable<string> Describe(Func<PoolHolder, bool>? which = null) => _pool.Holders.Where(which ?? (static _ => true)).GroupBy(Text, StringComparer.Ordinal)
        .Select(static group => new { Text = group.Key, Count = group.Sum(static holder => holder.Count) })
        .OrderByDescending(static holder => holder.Count)
        .Select(static holder => $"held by: {holder.Count} × {holder.Text}");

    private static bool IsNobody(PoolHolder holder) => holder is { Chain: null, Thread: null };

    private string Text(PoolHolder holder)
    {
        var does = holder.Does is { } text ? $"; {text}" : "";
        if (holder.Chain is { } id)
        {
            return _graph.Chain(id)?.Chain is not { } chain ? "a stack that was left out"
                : $"{(Chains.SourceFrame(chain, _graph.Stacks) is { } frame ? Words.Frame(frame) : "code of the framework")}, which awaits {chain.Awaits.Text}{does}";
        }

        return holder.Thread is { } thread
            ? $"{(_graph.Stacks.ById(thread) is { } captured ? Place.Describe(Place.GroupByOwnCode([captured])).FirstOrDefault() ?? Words.Thread(captured) : $"#{thread}")}{does}"
            : _pool.HoldersIncomplete is { } reason ? $"unknown: {reason}" : $"nobody: no call in flight has it{does}";
    }
}
