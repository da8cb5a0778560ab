using GuruReports.Inspection.Snapshot.Model.Heap;
using GuruReports.SnapshotReader.Analysis.Memory;
using GuruReports.SnapshotReader.Analysis.Symbols;

namespace GuruReports.SnapshotReader.Analysis.Statistics;

/// <summary>Makes the result of the heap statistics.</summary>
internal static class HeapReport
{
    private const int MostTypes = 60;
    private const int MostStrings = 20;
    private const int MostExceptions = 50;
    private static readonly (HeapAreaKind Kind, string Name)[] s_areas =
    [
        (HeapAreaKind.Gen0, "gen0"), (HeapAreaKind.Gen1, "gen1"), (HeapAreaKind.Gen2, "gen2"),
        (HeapAreaKind.Large, "loh"), (HeapAreaKind.Pinned, "poh"), (HeapAreaKind.Frozen, "frozen"),
    ];

    public static HeapSnapshot Make(Image image, HeapWalker walker, HeapStatistics statistics)
    {
        var types = image.Kinds.Kinds.Select(kind => Type(kind, statistics, image.Symbols)).Where(static type => type.Count > 0)
            .OrderByDescending(static type => type.Bytes).ThenBy(static type => type.TypeName, StringComparer.Ordinal).ToList();
        var finalizer = image.Runtime.Heap.EnumerateFinalizerRoots().Select(static root => root.Object.Type?.Name ?? "?").ToList();
        var handles = HandleCounts.Read(image);
        return new HeapSnapshot
        {
            WalkedShare = Math.Round(statistics.StoppedAt ?? walker.Share, 4),
            Incomplete = statistics.StoppedAt is not null ? FormattableString.Invariant($"the time for the heap walk, {image.Request.HeapWalkMilliseconds} ms, was over")
                : walker.StoppedByDeadline ? image.Clock.OverText : walker.UnreadableBytes > 0 ? "threads were allocating" : null,
            IsServer = image.Runtime.Heap.IsServer,
            Objects = types.Sum(static type => type.Count),
            Bytes = types.Sum(static type => type.Bytes),
            Areas = [.. s_areas.Select(area => Area(area.Kind, area.Name, types, walker, statistics, image))],
            Types = [.. types.Take(MostTypes)],
            OmittedTypes = Math.Max(0, types.Count - MostTypes),
            FinalizerQueue = CountNames(finalizer, MostTypes),
            FinalizerReady = finalizer.Count,
            Pinned = handles.Pinned,
            Handles = handles.Kinds,
            Strings = [.. statistics.Strings.Top(MostStrings).Select(found => new RepeatedString
            {
                Text = image.Memory.Text(found.Address, image.Request.MaximumTextLength) ?? "?",
                Length = found.Length,
                Count = found.Count,
                Bytes = found.Bytes,
            })],
            CollectibleContexts = CollectibleContexts.Read(image),
            Exceptions = statistics.Exceptions.Report(MostExceptions),
        };
    }

    public static IReadOnlyList<CountedName> CountNames(IEnumerable<string> names, int most) =>
    [
        .. names.GroupBy(static name => name)
            .Select(static group => new CountedName { Name = group.Key, Count = group.LongCount() })
            .OrderByDescending(static counted => counted.Count).ThenBy(static counted => counted.Name, StringComparer.Ordinal)
            .Take(most),
    ];

    private static HeapType Type(ObjectKind kind, HeapStatistics statistics, SymbolNames symbols)
    {
        var cells = s_areas.Select(area => statistics[kind.Index, area.Kind]).ToArray();
        return new HeapType
        {
            TypeName = cells.Any(static cell => cell.Count > 0) ? kind.Name : "",
            Owner = symbols.Owner(kind.Type),
            Count = cells.Sum(static cell => cell.Count),
            Bytes = cells.Sum(static cell => cell.Bytes),
            Gen0Bytes = cells[0].Bytes,
            Gen1Bytes = cells[1].Bytes,
            Gen2Bytes = cells[2].Bytes,
            LargeBytes = cells[3].Bytes,
            PinnedBytes = cells[4].Bytes,
            FrozenBytes = cells[5].Bytes,
        };
    }

    private static HeapArea Area(HeapAreaKind kind, string name, List<HeapType> types, HeapWalker walker, HeapStatistics statistics, Image image)
    {
        var segments = walker.Segments.Where(segment => segment.Area == kind).ToList();
        return new HeapArea
        {
            Name = name,
            Objects = image.Kinds.Kinds.Sum(found => statistics[found.Index, kind].Count),
            Bytes = types.Sum(type => kind switch
            {
                HeapAreaKind.Gen0 => type.Gen0Bytes,
                HeapAreaKind.Gen1 => type.Gen1Bytes,
                HeapAreaKind.Gen2 => type.Gen2Bytes,
                HeapAreaKind.Large => type.LargeBytes,
                HeapAreaKind.Pinned => type.PinnedBytes,
                _ => type.FrozenBytes,
            }),
            FreeBytes = statistics.Free[(int)kind].Bytes,
            UsedBytes = segments.Sum(static segment => (long)segment.Length),
            CommittedBytes = segments.Select(static segment => segment.Segment).Distinct().Sum(static segment => (long)segment.CommittedMemory.Length),
            Segments = segments.Count,
        };
    }
}
