using System.Globalization;
using System.Runtime.InteropServices;
using GuruReports.Inspection.Snapshot.Model;
using GuruReports.Inspection.Snapshot.Protocol;
using GuruReports.SnapshotReader.Analysis;
using GuruReports.SnapshotReader.Memory;
using Microsoft.Diagnostics.Runtime;

namespace GuruReports.SnapshotReader;

/// <summary>From descriptors to a result: copy, check that the image is the right one, then analyse.</summary>
internal static class ImageReading
{
    /// <summary>Loads what reading needs, before there is an image whose time runs.</summary>
    public static void Prepare(string? dataAccessLibrary)
    {
        _ = NativeLibrary.TryLoad(dataAccessLibrary ?? Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "libmscordaccore.so"), out _);
        var nothing = MemoryMap.Parse("");
        var none = new ProcessMemory(0, -1);
        _ = new DataTarget(new ImageDataReader(new ImageMemory(nothing, none, none, SharedCopies.Take(nothing, none)), 0, ""), Options());
    }

    public static SnapshotResult Read(ReceivedImage received, Action<string> stage)
    {
        var handover = received.Handover;
        stage("copying");
        var map = MemoryMap.Read(received.Map);
        var image = new ProcessMemory(handover.ImageId, received.Memory);
        var service = new ProcessMemory(handover.ServiceId, received.ServiceMemory);
        var memory = new ImageMemory(map, image, service, SharedCopies.Take(map, service));
        Check(memory, handover);

        stage(SnapshotStages.Copied);
        using var target = new DataTarget(new ImageDataReader(memory, handover.ImageId, handover.Executable), Options());
        if (target.ClrVersions.IsEmpty)
        {
            throw new InvalidOperationException("no runtime was found in the image");
        }

        using var runtime = target.ClrVersions[0].CreateRuntime(handover.DataAccessPath, ignoreMismatch: true);
        stage("analysis");
        return SnapshotAnalysis.Run(runtime, handover.Request, handover.Owners);
    }

    private static DataTargetOptions Options() => new() { FileLocator = NoFiles.Instance };

    // The service changed the mark after it had cloned itself: only the frozen image of this very snapshot has this value.
    private static void Check(ImageMemory memory, ImageHandover handover)
    {
        var bytes = new byte[sizeof(long)];
        if (memory.Read(handover.MarkAddress, bytes) != bytes.Length || BitConverter.ToInt64(bytes) != handover.MarkValue)
        {
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"process {handover.ImageId} is not the image that was taken"));
        }
    }
}
