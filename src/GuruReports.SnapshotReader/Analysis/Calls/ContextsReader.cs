using GuruReports.Inspection.Snapshot.Model.Calls;
using GuruReports.SnapshotReader.Analysis.Known;
using GuruReports.SnapshotReader.Analysis.Memory;
using GuruReports.SnapshotReader.KnownTypes.Rows;

namespace GuruReports.SnapshotReader.Analysis.Calls;

/// <summary>Counts the contexts of databases and what they track.</summary>
internal static class ContextsReader
{
    private const int MostTypes = 20;

    public static IReadOnlyList<DatabaseContexts> Read(Image image, KnownReader known, IReadOnlyList<(ulong Address, ObjectKind Kind)> parts)
    {
        var found = new List<(string Type, bool IsPooled, long Tracked)>();
        foreach (var (address, _) in parts.Where(static part => part.Kind.IsOf(DatabaseRows.Tracker)))
        {
            var isDisposed = known.IsSet(address, DatabaseRows.ContextIsDisposed);
            var isPooled = known.IsSet(address, DatabaseRows.ContextPool);
            var tracked = known.Sum(address, DatabaseRows.Tracked) ?? 0;
            if (known.Lacks.IsLost(DatabaseRows.Tracker))
            {
                return [];
            }

            if (!isDisposed && tracked > 0 && image.Kinds.KindAt(known.Reference(address, DatabaseRows.TrackerContext)) is { } context)
            {
                found.Add((context.Name, isPooled, tracked));
            }
        }

        return
        [
            .. found.GroupBy(static context => context.Type, StringComparer.Ordinal).Select(static group => new DatabaseContexts
            {
                TypeName = group.Key,
                Count = group.Count(),
                Pooled = group.Count(static context => context.IsPooled),
                Tracked = group.Sum(static context => context.Tracked),
                Largest = group.Max(static context => context.Tracked),
            }).OrderByDescending(static group => group.Tracked).ThenBy(static group => group.TypeName, StringComparer.Ordinal).Take(MostTypes),
        ];
    }
}
