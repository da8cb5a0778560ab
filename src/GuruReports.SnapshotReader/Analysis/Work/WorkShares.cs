using GuruReports.Inspection.Vocabulary;

namespace GuruReports.SnapshotReader.Analysis.Work;

/// <summary>Counts the work that the stacks of one chain are there for, by name.</summary>
internal sealed class WorkShares
{
    private const int MostNames = 200;
    private const int MostShown = 3;

    private readonly Dictionary<(WorkKind Kind, string Name, string? Handler), (HashSet<WorkItem> Items, WorkItem Oldest)> _names = [];

    public void Add(WorkItem item)
    {
        var key = (item.Kind, item.Name, item.Handler);
        if (_names.TryGetValue(key, out var share))
        {
            share.Items.Add(item);
            _names[key] = (share.Items, (item.Trace.Age ?? -1) > (share.Oldest.Trace.Age ?? -1) ? item : share.Oldest);
        }
        else if (_names.Count < MostNames)
        {
            _names[key] = ([item], item);
        }
    }

    /// <summary>The names that are told, most frequent first.</summary>
    public IReadOnlyList<WorkShare> Report() =>
    [
        .. _names.Values.OrderByDescending(static share => share.Items.Count).ThenByDescending(static share => share.Oldest.Trace.Age).ThenBy(static share => share.Oldest.Name, StringComparer.Ordinal)
            .Take(MostShown).Select(static share => Of(share.Oldest, share.Items.Count)),
    ];

    /// <summary>How many names are not told.</summary>
    public int Omitted => Math.Max(0, _names.Count - MostShown);

    public static WorkShare Of(WorkItem item, int count) =>
        new() { Kind = item.Kind, Name = item.Name, Handler = item.Handler, Count = count, OldestMilliseconds = item.Trace.Age, TraceId = item.Trace.TraceId };
}
