using GuruReports.Hosting.Facts.Runtime;
using GuruReports.Inspection.Snapshot.Model;
using GuruReports.Inspection.Snapshot.Model.Heap;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Findings.Memory;

/// <summary>Names the types that fill the heap, when a snapshot has counted them.</summary>
internal static class HeapLeaders
{
    private const int Shown = 4;
    private const int Collections = 2;

    /// <summary>Returns lines of evidence: the largest types, and apart the largest of the service's own.</summary>
    public static IEnumerable<string> Describe(Report report)
    {
        foreach (var line in Growth(report))
        {
            yield return line;
        }

        var types = report.Facts<SnapshotResult>() is { } snapshot ? Types(snapshot) : [];
        if (types.Count == 0)
        {
            yield return $"which types fill the heap is not known: {WhyNot(report)}";
            yield break;
        }

        yield return $"most bytes: {Join(types.Take(Shown))}";
        var own = Blame.Frames(types).Take(Shown).ToList();
        if (own.Count > 0)
        {
            yield return $"of the service's own types: {Join(own)}";
        }

        foreach (var line in Kept(report.Facts<SnapshotResult>()))
        {
            yield return line;
        }
    }

    // What is in the largest collections is kept by whoever has these.
    private static IEnumerable<string> Kept(SnapshotResult? snapshot) =>
        snapshot?.CollectionsUnknown is { } reason ? [$"which collections keep them is not known: {reason}"]
        : (snapshot?.Collections ?? []).Take(Collections).Select(static collection => $"kept: {Measures.Grouped(collection.Count)} × {collection.ElementType ?? "something"} in {string.Join(" and ", collection.Places.Take(Collections))} ({collection.TypeName})");

    // What grew in number tells more than what grew in bytes: buffers and strings belong to somebody.
    private static IEnumerable<string> Growth(Report report)
    {
        var grown = (report.Facts<HeapGrowthFacts>()?.Types ?? []).Where(type => type.Count > 0).ToList();
        if (grown.Count > 0)
        {
            yield return $"grew most since the snapshot before: {string.Join(", ", grown.OrderByDescending(type => type.Count).Take(Shown + 2).Select(type => $"{type.Type} +{type.Count} ({Measures.Size(type.Bytes)} more)"))}";
        }
    }

    private static IReadOnlyList<TypeTotal> Types(SnapshotResult snapshot) => snapshot.Heap is { } heap
        ? [.. heap.Types.Select(type => new TypeTotal { TypeName = type.TypeName, Owner = type.Owner, Count = type.Count, Bytes = type.Bytes })]
        : snapshot.Types;

    private static string WhyNot(Report report) => report.Facts<SnapshotResult>() is not { } snapshot
        ? "there is no snapshot, the section Heap says why"
        : snapshot.Unavailable.FirstOrDefault(part => part.Part is "Heap" or "Walk")?.Reason ?? "set Snapshot:HeapWalk to true";

    private static string Join(IEnumerable<TypeTotal> types) =>
        string.Join(", ", types.Select(type => $"{type.TypeName} {Measures.Size(type.Bytes)} in {Measures.Count(type.Count, "object")}"));
}
