using System.Globalization;
using System.Text.Json;
using GuruReports.Inspection;
using GuruReports.Inspection.Snapshot;
using GuruReports.Inspection.Snapshot.Helper;
using GuruReports.Inspection.Snapshot.Model;

namespace GuruReports.AsyncZoo;

/// <summary>What a test may ask of the running zoo.</summary>
internal static class Commands
{
    // What is found must not depend on how busy the machine is.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    public static string Run(string command)
    {
        switch (command)
        {
            case "async":
                const int SuspendedByRuntime = 0x2000;
                return ((int)typeof(Chains).GetMethod(nameof(Chains.DelayOuter))!.MethodImplementationFlags & SuspendedByRuntime) != 0 ? "runtime" : "compiler";
            case "collect":
                GC.Collect();
                return "collected";
            case "ticks":
                return Environment.TickCount64.ToString(CultureInfo.InvariantCulture);
            case "snapshot":
                return Snapshot(new SnapshotCaptureOptions { Timeout = s_patience });
            case "spared":
                return Snapshot(new SnapshotCaptureOptions { Timeout = s_patience, FindCollections = false });
            case "heap":
                return Snapshot(new SnapshotCaptureOptions { Timeout = s_patience, WalkHeap = true, HeapWalkTimeout = s_patience });
            case "allocated":
                var before = GC.GetTotalAllocatedBytes(precise: true);
                var capture = ProcessInspector.TakeSnapshot(new SnapshotCaptureOptions { Timeout = s_patience });
                return capture.UnavailableReason ?? (GC.GetTotalAllocatedBytes(precise: true) - before).ToString(CultureInfo.InvariantCulture);
            default:
                return "unknown command";
        }
    }

    private static string Snapshot(SnapshotCaptureOptions options)
    {
        var capture = ProcessInspector.TakeSnapshot(options);
        var stages = string.Join(", ", capture.Stages.Select(static stage => string.Create(CultureInfo.InvariantCulture, $"{stage.Stage} {stage.Milliseconds}")));
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"paused {capture.Paused.TotalMilliseconds:0.0} ms, total {capture.Duration.TotalMilliseconds:0} ms, {capture.Attempts} attempts: {stages}"));
        return capture.Result is { } result
            ? JsonSerializer.Serialize(result, typeof(SnapshotResult), SnapshotJsonContext.Default)
            : "unavailable: " + capture.UnavailableReason;
    }
}
