using GuruReports.Hosting.Facts.Resources;
using GuruReports.Hosting.Redaction;
using GuruReports.Inspection.Snapshot.Model.Calls;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Sections.Calls;

/// <summary>Says how pools stand and who holds their members.</summary>
internal sealed class PoolTables(CallPlaces places, IRedactor redactor)
{
    private const int MostHolders = 20;

    /// <summary>Whether nothing of a pool is free.</summary>
    public static bool IsExhausted(LibraryPool pool) => pool.Most is { } most && pool.InUse + pool.Opening >= most;

    /// <summary>The pools with their numbers.</summary>
    public ReportTable Numbers(IReadOnlyList<LibraryPool> pools) => new(
        ["waiting", "in use", "most", "opening", "idle", "pool"],
        [.. pools.Select(pool => (IReadOnlyList<ReportValue>)
        [
            pool.Waiting is { } waiting ? waiting : ReportUnknown.None,
            pool.InUse,
            pool.Most is { } most ? most : "no limit",
            pool.Opening,
            pool.Idle is { } idle ? idle : ReportUnknown.None,
            NameOf(pool),
        ])]);

    /// <summary>Who holds what of them.</summary>
    public ReportTable Holders(IReadOnlyList<LibraryPool> pools) => new(["count", "pool", "held by"], [.. pools.SelectMany(RowsOf)]);

    /// <summary>The pool in one line, with the one who holds most of it.</summary>
    public string InOneLine(LibraryPool pool)
    {
        var most = HoldersOf(pool).FirstOrDefault();
        return $"{NameOf(pool)}: {Measures.Grouped(pool.InUse + pool.Opening)} of {Measures.Grouped(pool.Most ?? 0)} in use"
            + $"{(pool.Waiting is > 0 and { } waiting ? $", {Measures.Grouped(waiting)} wait{(waiting == 1 ? "s" : "")}" : "")}{(most is null ? "" : $"; {Measures.Grouped(most.Count)} held by {most.Name}")}";
    }

    private string NameOf(LibraryPool pool) => $"{pool.Lends}{(pool.Peer is { } peer ? $" to {redactor.Redact(peer)}" : "")} ({pool.Library})";

    private List<CountFacts> HoldersOf(LibraryPool pool) =>
    [
        .. pool.Holders.GroupBy(holder => Words(holder, pool), StringComparer.Ordinal)
            .Select(static group => new CountFacts(group.Key, group.Sum(static holder => holder.Count)))
            .OrderByDescending(static holder => holder.Count),
    ];

    private IEnumerable<IReadOnlyList<ReportValue>> RowsOf(LibraryPool pool)
    {
        var holders = HoldersOf(pool);
        foreach (var (text, count) in holders.Take(MostHolders))
        {
            yield return [count, NameOf(pool), text];
        }

        if (holders.Count > MostHolders)
        {
            yield return [holders.Skip(MostHolders).Sum(static holder => holder.Count), NameOf(pool), Measures.Count(holders.Count - MostHolders, "other")];
        }
    }

    private string Words(PoolHolder holder, LibraryPool pool)
    {
        var does = holder.Does is { } text ? $"; {text}" : "";
        return holder switch
        {
            { Chain: { } chain } => (places.OfChain(chain) ?? "a stack that was left out") + does,
            { Thread: { } thread } => places.OfThread(thread) + does,
            _ => pool.HoldersIncomplete is { } reason ? $"unknown: {reason}" : $"nobody: no call in flight has it{does}",
        };
    }
}
