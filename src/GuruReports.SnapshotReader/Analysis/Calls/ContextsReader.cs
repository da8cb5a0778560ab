using GuruReports.Inspection.Snapshot.Model.Calls;
using GuruReports.SnapshotReader.Analysis.Known;
using GuruReports.SnapshotReader.Analysis.Memory;
using GuruReports.SnapshotReader.KnownTypes;
using GuruReports.SnapshotReader.KnownTypes.Rows;

namespace GuruReports.SnapshotReader.Analysis.Calls;

/// <summary>Counts the contexts of databases and what they track.</summary>
internal static class ContextsReader
{
    private const int MostTypes = 20;

    public static IReadOnlyList<DatabaseContexts> Read(Image image, KnownMeasures measures, KnownLacks lacks, IReadOnlyList<(ulong Address, ObjectKind Kind)> parts)
    {
        var found = new List<(string Type, bool IsPooled, long Tracked)>();
        foreach (var (address, _) in parts.Where(static part => PlainNames.Of(part.Kind.Name) == DatabaseRows.Tracker))
        {
            string? missing = null;
            var isDisposed = measures.IsSet(address, DatabaseRows.ContextIsDisposed, ref missing);
            var isPooled = measures.IsSet(address, DatabaseRows.ContextPool, ref missing);
            var tracked = measures.Read(address, DatabaseRows.Tracked, ref missing) ?? 0;
            if (missing is not null)
            {
                lacks.Add(DatabaseRows.Context, missing);
                return [];
            }

            if (!isDisposed && tracked > 0 && image.Kinds.KindAt(measures.Paths.Reference(address, DatabaseRows.TrackerContext)) is { } context)
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
