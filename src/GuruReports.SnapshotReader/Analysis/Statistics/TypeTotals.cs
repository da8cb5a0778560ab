using GuruReports.Inspection.Snapshot.Model.Heap;
using GuruReports.SnapshotReader.Analysis.Memory;
using GuruReports.SnapshotReader.Analysis.Symbols;

namespace GuruReports.SnapshotReader.Analysis.Statistics;

/// <summary>What the walk has counted anyway: the types with most bytes, and those with most objects.</summary>
internal static class TypeTotals
{
    private const int Most = 30;

    public static IReadOnlyList<TypeTotal> Read(IReadOnlyList<ObjectKind> kinds, SymbolNames symbols)
    {
        var met = kinds.Where(static kind => kind.Count > 0 && kind.Roles != ObjectRoles.Free).ToList();
        return
        [
            .. met.OrderByDescending(static kind => kind.Bytes).Take(Most)
                .Union(met.OrderByDescending(static kind => kind.Count).Take(Most))
                .OrderByDescending(static kind => kind.Bytes)
                .Select(kind => new TypeTotal { TypeName = kind.Name, Owner = symbols.Owner(kind.Type), Count = kind.Count, Bytes = kind.Bytes }),
        ];
    }
}
