using System.Globalization;
using GuruReports.Hosting.Facts.Runtime;
using GuruReports.Hosting.Redaction;
using GuruReports.Inspection.Snapshot.Model;
using GuruReports.Inspection.Snapshot.Model.Heap;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Sections.Snapshot;

/// <summary>Statistics of the managed heap; only where the heap walk is switched on.</summary>
internal sealed class HeapGenerator : ISnapshotGenerator
{
    private const int MostBySize = 15;
    private const int MostByCount = 10;

    private readonly HeapGrowth _growth = new();

    /// <inheritdoc/>
    public string Title => "Heap";

    /// <inheritdoc/>
    public ReportSection Generate(ReportContext context)
    {
        if (context.Snapshot is not { } snapshot)
        {
            return SnapshotSection.Without(Title, context, []);
        }

        if (snapshot.Heap is not { } heap)
        {
            return snapshot.Unavailable.Any(static part => part.Part is "Heap" or "Walk")
                ? SnapshotSection.Of(Title, snapshot, ["Heap", "Walk"], "not read", null)
                : OfTotals(snapshot);
        }

        var growth = _growth.Since(heap.Types.Select(static type => (type.TypeName, type.Count, type.Bytes)));
        var section = SnapshotSection.Of(Title, snapshot, ["Heap", "Walk"], Summarize(heap), new ReportMap([.. Entries(heap, growth, context.Redactor), .. Collections(snapshot)]));
        return section with { Facts = [.. section.Facts, .. Facts(growth)] };
    }

    // Without the walk on demand: what the search for tasks and locks came by anyway.
    private ReportSection OfTotals(SnapshotResult snapshot)
    {
        var growth = _growth.Since(snapshot.Types.Select(static type => (type.TypeName, type.Count, type.Bytes)));
        var entries = new List<ReportEntry>
        {
            new("types with most bytes or objects", new ReportTable(
                ["count", "size", "type"],
                [.. Leading(snapshot.Types).Select(static type => (IReadOnlyList<ReportValue>)[type.Count, new ReportSize(type.Bytes), type.TypeName])]), "garbage included"),
        };
        if (growth is { Rows.Count: > 0 })
        {
            entries.Add(new ReportEntry("growth since the walk before", Growth(growth), growth.Since));
        }

        entries.AddRange(Collections(snapshot));
        return new ReportSection
        {
            Title = Title,
            Summary = "types only; GuruMeditation:Snapshot:HeapWalk tells more",
            Value = snapshot.Types.Count == 0 ? null : new ReportMap(entries),
            Facts = [snapshot, .. Facts(growth)],
        };
    }

    // Rules see all of them: what a person looks at is the head of both lists.
    private static IEnumerable<TypeTotal> Leading(IReadOnlyList<TypeTotal> types)
    {
        var shown = types.OrderByDescending(static type => type.Bytes).Take(MostBySize).Union(types.OrderByDescending(static type => type.Count).Take(MostByCount)).ToHashSet();
        return types.Where(shown.Contains);
    }

    private static HeapGrowthFacts[] Facts(HeapGrowth.Comparison? growth) => growth is { Rows.Count: > 0 }
        ? [new HeapGrowthFacts([.. growth.Rows.Select(static row => new TypeGrowthFacts(row.TypeName, row.Count, row.Bytes))])]
        : [];

    private static string Summarize(HeapSnapshot heap)
    {
        var share = heap.WalkedShare >= 1 ? "all" : string.Create(CultureInfo.InvariantCulture, $"{heap.WalkedShare * 100:0.0} %");
        var why = heap.Incomplete is null ? "" : $" ({heap.Incomplete})";
        return string.Create(CultureInfo.InvariantCulture, $"{heap.Objects} objects, {heap.Bytes} bytes, {(heap.IsServer ? "server" : "workstation")} collector, {share} of the heap walked{why}");
    }

    private static List<ReportEntry> Entries(HeapSnapshot heap, HeapGrowth.Comparison? growth, IRedactor redactor)
    {
        var entries = new List<ReportEntry>
        {
            new("areas", Areas(heap.Areas)),
            new("types with most bytes", Types(heap.Types), heap.OmittedTypes > 0 ? $"{Measures.Count(heap.OmittedTypes, "type")} left out" : null),
        };
        if (growth is { Rows.Count: > 0 })
        {
            entries.Add(new ReportEntry("growth since the walk before", Growth(growth), growth.Since));
        }

        Add(entries, "ready for finalization", heap.FinalizerQueue);
        Add(entries, "pinned", heap.Pinned);
        Add(entries, "handles", heap.Handles);
        Add(entries, "collectible contexts alive", heap.CollectibleContexts);
        if (heap.Strings.Count > 0)
        {
            entries.Add(new ReportEntry("strings repeated most", Strings(heap.Strings, redactor)));
        }

        return entries;
    }

    private static void Add(List<ReportEntry> entries, string name, IReadOnlyList<CountedName> counts)
    {
        if (counts.Count > 0)
        {
            entries.Add(new ReportEntry(name, new ReportTable(["count", "name"], [.. counts.Select(static counted => (IReadOnlyList<ReportValue>)[counted.Count, counted.Name])])));
        }
    }

    private static ReportTable Areas(IReadOnlyList<HeapArea> areas) => new(
        ["area", "objects", "in objects", "free between", "used", "committed"],
        [.. areas.Select(static area => (IReadOnlyList<ReportValue>)
        [
            area.Name, area.Objects, new ReportSize(area.Bytes), new ReportSize(area.FreeBytes), new ReportSize(area.UsedBytes), new ReportSize(area.CommittedBytes),
        ])]);

    private static ReportTable Types(IReadOnlyList<HeapType> types) => new(
        ["count", "size", "gen0", "gen1", "gen2", "large", "type"],
        [.. types.Select(static type => (IReadOnlyList<ReportValue>)
        [
            type.Count, new ReportSize(type.Bytes), new ReportSize(type.Gen0Bytes), new ReportSize(type.Gen1Bytes), new ReportSize(type.Gen2Bytes),
            new ReportSize(type.LargeBytes), type.TypeName,
        ])]);

    private static IEnumerable<ReportEntry> Collections(SnapshotResult snapshot) =>
        snapshot.CollectionsUnknown is { } reason ? [new ReportEntry("largest collections", $"not known: {reason}")]
        : snapshot.Collections.Count == 0 ? []
        : [new ReportEntry("largest collections", new ReportTable(
            ["count", "of", "collection", "kept by"],
            [.. snapshot.Collections.Select(static collection => (IReadOnlyList<ReportValue>)[collection.Count, collection.ElementType ?? "?", collection.TypeName, string.Join(", ", collection.Places)])]))];

    private static ReportTable Growth(HeapGrowth.Comparison growth) => new(
        ["more", "bytes more", "type"],
        [.. growth.Rows.Select(static row => (IReadOnlyList<ReportValue>)[row.Count, new ReportSize(row.Bytes), row.TypeName])]);

    private static ReportTable Strings(IReadOnlyList<RepeatedString> strings, IRedactor redactor) => new(
        ["count", "size together", "length", "text"],
        [.. strings.Select(found => (IReadOnlyList<ReportValue>)[found.Count, new ReportSize(found.Bytes), found.Length, OneLine(redactor.Redact(found.Text))])]);

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
