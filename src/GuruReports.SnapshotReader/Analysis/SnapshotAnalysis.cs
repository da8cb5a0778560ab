using GuruReports.Inspection.Snapshot.Model;
using Microsoft.Diagnostics.Runtime;

namespace GuruReports.SnapshotReader.Analysis;

/// <summary>Reads everything that was asked for out of an image.</summary>
internal static class SnapshotAnalysis
{
    private const string DacName = "libmscordaccore.so";

    /// <summary>Analyses the runtime of a target; throws when it has none or its DAC cannot be loaded.</summary>
    public static SnapshotResult Run(DataTarget target, SnapshotRequest request)
    {
        var clock = new AnalysisClock(TimeSpan.FromMilliseconds(request.DeadlineMilliseconds));
        ClrRuntime? runtime = null;
        clock.Measure("runtime", () => runtime = CreateRuntime(target));
        using (runtime)
        {
            return Run(runtime!, request, clock);
        }
    }

    /// <summary>Analyses a runtime that is open already; leaves it open.</summary>
    public static SnapshotResult Run(ClrRuntime runtime, SnapshotRequest request) =>
        Run(runtime, request, new AnalysisClock(TimeSpan.FromMilliseconds(request.DeadlineMilliseconds)));

    private static SnapshotResult Run(ClrRuntime runtime, SnapshotRequest request, AnalysisClock clock)
    {
        using var image = new Image(runtime, request, clock);
        return new AnalysisRun(image).Read();
    }

    private static ClrRuntime CreateRuntime(DataTarget target)
    {
        var info = target.ClrVersions.Length > 0 ? target.ClrVersions[0] : throw new InvalidOperationException("the image holds no .NET runtime");
        var beside = Path.Combine(Path.GetDirectoryName(info.ModuleInfo.FileName) ?? "", DacName);
        var own = Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location) ?? "", DacName);
        var dac = File.Exists(beside) ? beside : own;
        return File.Exists(dac)
            ? info.CreateRuntime(dac, ignoreMismatch: true)
            : throw new InvalidOperationException($"{DacName} is neither beside the runtime of the service nor beside that of the reader");
    }
}
