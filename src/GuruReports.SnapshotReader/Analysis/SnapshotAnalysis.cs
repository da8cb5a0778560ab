using GuruReports.Inspection.Snapshot.Model;
using GuruReports.Inspection.Vocabulary;
using GuruReports.SnapshotReader.Analysis.Memory;
using GuruReports.SnapshotReader.Runtime;
using Microsoft.Diagnostics.Runtime;

namespace GuruReports.SnapshotReader.Analysis;

/// <summary>Reads everything that was asked for out of an image.</summary>
internal static class SnapshotAnalysis
{
    /// <summary>Analyses a runtime that is open already; leaves it open.</summary>
    public static SnapshotResult Run(ClrRuntime runtime, SnapshotRequest request, OwnerTable owners) => Run(runtime, request, owners, []);

    /// <summary>Analyses as if the runtime did not have what is <paramref name="hidden"/>.</summary>
    public static SnapshotResult Run(ClrRuntime runtime, SnapshotRequest request, OwnerTable owners, IReadOnlyCollection<RuntimeEntry> hidden) => Run(runtime, request, owners, hidden, []);

    /// <summary>Analyses as if libraries did not have some fields of the table of known types either.</summary>
    public static SnapshotResult Run(ClrRuntime runtime, SnapshotRequest request, OwnerTable owners, IReadOnlyCollection<RuntimeEntry> hidden, IReadOnlyCollection<string> hiddenFields)
    {
        using var image = new Image(runtime, request, owners, new AnalysisClock(TimeSpan.FromMilliseconds(request.DeadlineMilliseconds)), hidden) { HiddenFields = hiddenFields };
        return new AnalysisRun(image).Read();
    }
}
