using GuruReports.Inspection.Snapshot.Model.Calls;
using GuruReports.SnapshotReader.Analysis.Async;
using GuruReports.SnapshotReader.Analysis.Known;
using GuruReports.SnapshotReader.Analysis.Memory;
using GuruReports.SnapshotReader.Analysis.Threads;
using GuruReports.SnapshotReader.KnownTypes;
using GuruReports.SnapshotReader.KnownTypes.Rows;

namespace GuruReports.SnapshotReader.Analysis.Calls;

/// <summary>Reads what the service asks of others: pools with their holders, and the calls.</summary>
internal sealed class CallsReader(Image image, KnownReader known, IReadOnlyList<(ulong Address, ObjectKind Kind)> parts)
{
    private const int MostPools = 50;

    public CallsSnapshot Read(IReadOnlyList<AwaitNode> nodes, IReadOnlyList<ThreadImage> threads, KnownPoolReader reader, string? unsearched)
    {
        var references = new NodeReferences(image);
        var lent = LentMembers.Find(known, parts);
        var doubt = lent.Count == 0 ? null : new HolderSearch(image, references, lent).Run(nodes, threads);
        var incomplete = SearchDoubts.Find(threads, doubt, unsearched);
        var pools = Pools(reader, lent, incomplete);
        var calls = new HttpCalls(image, references, known).Find(nodes, threads, parts, lent, pools);
        var commands = lent.Where(static member => member.Executes is not null).Select(Command);
        return CallsReport.Make(image, calls.Concat(commands).Concat(Blocking(threads)), pools, MostPools) with { Contexts = ContextsReader.Read(image, known, parts) };
    }

    private CallFound Command(LentMember member) => new(
        member.Row.Library.Name,
        known.Text(member.Address, member.Row.At(member.Row.Member!.Command)) is { } text ? CommandTexts.Shape(text) : "a command",
        member.Executes!.Value)
    {
        Chain = member.Chain,
        Thread = member.Thread,
        Sockets = member.Chain is { } chain ? SocketsOf(chain) : [],
    };

    // Of equal stacks each waits for one of these.
    private IReadOnlyList<int> SocketsOf(ChainGroup chain) => [.. chain.Details.Keys.Select(address => Sockets.DescriptorOf(image, address)).OfType<int>()];

    // Libraries that know no async run their commands on the thread that asks.
    private IEnumerable<CallFound> Blocking(IReadOnlyList<ThreadImage> threads)
    {
        foreach (var thread in threads.Where(static thread => thread.Frames.Any(static frame => DatabaseRows.SqliteRunners.Contains(frame.Method.Type.Name))))
        {
            var command = ThreadReader.ComparedRootsOf(thread).FirstOrDefault(root => known.Is(root.Object, DatabaseRows.SqliteCommand)).Object;
            if (known.Text(command, DatabaseRows.SqliteText) is { } text)
            {
                yield return new CallFound(DatabaseRows.SqliteCommand.Library.Name, CommandTexts.Shape(text), CallState.Executing) { Thread = thread.ManagedId };
            }
        }
    }

    private List<LibraryPool> Pools(KnownPoolReader reader, List<LentMember> lent, string? incomplete)
    {
        var byPool = lent.ToLookup(static member => (member.Pool, member.Row));
        var result = new List<LibraryPool>();
        foreach (var (address, kind) in parts)
        {
            foreach (var row in kind.RowsOf<KnownPool>(KnownPart.Itself))
            {
                if (reader.Read(address, row) is { } pool && (pool.InUse > 0 || pool.Opening > 0 || pool.Idle > 0 || pool.Waiting > 0))
                {
                    result.Add(row.Member is null ? pool : pool with { Holders = HoldersOf([.. byPool[(address, row)]]), HoldersIncomplete = incomplete });
                }
            }
        }

        return result;
    }

    private static List<PoolHolder> HoldersOf(List<LentMember> lent) =>
    [
        .. lent.GroupBy(static member => (Chain: member.Chain?.Id, member.Thread, member.Does))
            .Select(static group => new PoolHolder { Chain = group.Key.Chain, Thread = group.Key.Thread, Count = group.Count(), Does = group.Key.Does })
            .OrderByDescending(static holder => holder.Count).ThenBy(static holder => holder.Chain).ThenBy(static holder => holder.Thread),
    ];
}
