using GuruReports.Hosting.Facts.Runtime;
using GuruReports.Inspection.Snapshot.Model;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Findings.Memory;

/// <summary>Names the types that fill the heap, when a snapshot has counted them.</summary>
internal static class HeapLeaders
{
    private const int Shown = 4;
    private static readonly string[] s_framework = ["System.", "Microsoft.", "Interop", "Internal.", "GuruReports."];

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
        var own = types.Where(type => !IsFramework(type.Name)).Take(Shown).ToList();
        if (own.Count > 0)
        {
            yield return $"of the service's own types: {Join(own)}";
        }
    }

    // What grew in number tells more than what grew in bytes: buffers and strings belong to somebody.
    private static IEnumerable<string> Growth(Report report)
    {
        var grown = (report.Facts<HeapGrowthFacts>()?.Types ?? []).Where(type => type.Count > 0).ToList();
        if (grown.Count > 0)
        {
            yield return $"grew most since the snapshot before: {string.Join(", ", grown.OrderByDescending(type => type.Count).Take(Shown + 2).Select(type => $"{type.Type} +{type.Count} ({Words.Size(type.Bytes)} more)"))}";
        }
    }

    private static List<(string Name, long Count, long Bytes)> Types(SnapshotResult snapshot) => snapshot.Heap is { } heap
        ? [.. heap.Types.Select(type => (type.TypeName, type.Count, type.Bytes))]
        : [.. snapshot.Types.Select(type => (type.TypeName, type.Count, type.Bytes))];

    private static string WhyNot(Report report) => report.Facts<SnapshotResult>() is not { } snapshot
        ? "there is no snapshot, the section Heap says why"
        : snapshot.Unavailable.FirstOrDefault(part => part.Part is "Heap" or "Walk")?.Reason ?? "set Snapshot:HeapWalk to true";

    private static bool IsFramework(string name) => Array.Exists(s_framework, prefix => name.StartsWith(prefix, StringComparison.Ordinal));

    private static string Join(IEnumerable<(string Name, long Count, long Bytes)> types) =>
        string.Join(", ", types.Select(type => $"{type.Name} {type.Count} × {Words.Size(type.Bytes)}"));
}
