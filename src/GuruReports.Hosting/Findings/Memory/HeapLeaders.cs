using GuruReports.Inspection.Snapshot.Model;
using GuruReports.Inspection.Snapshot.Model.Heap;
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
        if (report.Facts<SnapshotResult>()?.Heap is not { } heap)
        {
            yield return $"which types fill the heap is not known: {WhyNot(report)}";
            yield break;
        }

        yield return $"most bytes: {Join(heap.Types.Take(Shown))}";
        var own = heap.Types.Where(type => !IsFramework(type.TypeName)).Take(Shown).ToList();
        if (own.Count > 0)
        {
            yield return $"of the service's own types: {Join(own)}";
        }
    }

    private static string WhyNot(Report report) => report.Facts<SnapshotResult>() is not { } snapshot
        ? "there is no snapshot, the section Heap says why"
        : snapshot.Unavailable.FirstOrDefault(part => part.Part is "Heap" or "Walk")?.Reason ?? "set Snapshot:HeapWalk to true";

    private static bool IsFramework(string name) => Array.Exists(s_framework, prefix => name.StartsWith(prefix, StringComparison.Ordinal));

    private static string Join(IEnumerable<HeapType> types) =>
        string.Join(", ", types.Select(type => $"{type.TypeName} {type.Count} × {Words.Size(type.Bytes)}"));
}
