using GuruReports.SnapshotReader.Analysis.Known;
using GuruReports.SnapshotReader.Analysis.Memory;
using GuruReports.SnapshotReader.KnownTypes;
using GuruReports.SnapshotReader.KnownTypes.Rows;

namespace GuruReports.SnapshotReader.Analysis.Calls;

/// <summary>Finds what pools have lent.</summary>
internal static class LentMembers
{
    private const int Most = 10_000;

    public static List<LentMember> Find(KnownReader known, IReadOnlyList<(ulong Address, ObjectKind Kind)> parts)
    {
        var result = new List<LentMember>();
        var contexts = Contexts(known, parts);
        foreach (var (address, kind) in parts)
        {
            foreach (var row in kind.RowsOf<KnownPool>(KnownPart.Member))
            {
                if (result.Count < Most && Read(known, row, row.Member!, address, contexts) is { } member)
                {
                    result.Add(member);
                }
            }
        }

        return result;
    }

    // A context that is used again gets another connection.
    private static Dictionary<ulong, ulong> Contexts(KnownReader known, IReadOnlyList<(ulong Address, ObjectKind Kind)> parts)
    {
        var result = new Dictionary<ulong, ulong>();
        foreach (var (address, _) in parts.Where(static part => part.Kind.IsOf(DatabaseRows.ContextConnection)))
        {
            result[known.Reference(address, DatabaseRows.ConnectionOfContext)] = known.Reference(address, DatabaseRows.ContextOfConnection);
        }

        result.Remove(0);
        return result;
    }

    private static LentMember? Read(KnownReader known, KnownPool row, KnownMember member, ulong address, Dictionary<ulong, ulong> contexts)
    {
        var isLent = known.IsSet(address, row.At(member.Lent));
        var pool = known.Reference(address, row.At(member.Pool));
        var handle = member.Handle is { } path ? known.Reference(address, row.At(path)) : address;
        var does = member.Doing.Where(doing => known.IsNumber(address, row.At(doing.Path), doing.Number)).Select(static doing => doing.Does).ToList();
        var executes = member.Executes.Where(state => known.IsNumber(address, row.At(state.Path), state.Number)).Select(static state => state.State).ToList();
        return isLent && known.Is(pool, row) && !known.Lacks.IsLost(row)
            ? new LentMember { Address = address, Pool = pool, Row = row, Handle = handle, Context = contexts.GetValueOrDefault(handle), Does = does.Count == 0 ? null : string.Join(", ", does), Executes = executes.Count == 0 ? null : executes[0] }
            : null;
    }
}
