using GuruReports.Inspection.Snapshot.Model;
using GuruReports.SnapshotReader.Analysis.Memory;
using Microsoft.Diagnostics.Runtime;

namespace GuruReports.SnapshotReader.Analysis;

/// <summary>Reads everything that was asked for out of an image.</summary>
internal static class SnapshotAnalysis
{
    /// <summary>Analyses a runtime that is open already; leaves it open.</summary>
    public static SnapshotResult Run(ClrRuntime runtime, SnapshotRequest request)
    {
        using var image = new Image(runtime, request, new AnalysisClock(TimeSpan.FromMilliseconds(request.DeadlineMilliseconds)));
        return new AnalysisRun(image).Read();
    }
}
