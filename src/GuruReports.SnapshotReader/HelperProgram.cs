using System.Text;
using GuruReports.Inspection.Snapshot.Protocol;

namespace GuruReports.SnapshotReader;

/// <summary>The helper: reads one image, sends one result, ends.</summary>
internal static class HelperProgram
{
    /// <summary>Runs until the result is sent; returns the exit code.</summary>
    /// <param name="dataAccessLibrary">The service's data access library, to be loaded early; null where its path is not given.</param>
    public static int Run(string? dataAccessLibrary = null)
    {
        ProcessSafety.Apply();
        using var channel = new ServiceChannel();
        ImageReading.Prepare(dataAccessLibrary);
        channel.Send(FrameKind.Ready, []);
        if (channel.ReceiveImage() is not { } received)
        {
            return 1;
        }

        ServiceWatch.Start(received);
        var at = "start";
        try
        {
            var result = ImageReading.Read(received, stage => channel.Send(FrameKind.Stage, Encoding.UTF8.GetBytes(at = stage)));
            channel.Send(FrameKind.Result, ResultWriter.Write(result));
            return 0;
        }
        catch (Exception exception)
        {
            // The boundary of the helper: the service tells its reader why there is no snapshot.
            channel.Send(FrameKind.Failure, Encoding.UTF8.GetBytes($"{exception.GetType().Name}: {exception.Message} (stage {at}{Place(exception)})"));
            return 2;
        }
    }

    // The innermost frame of our own, or the innermost of all: enough to find the place, short enough for a report. Machine code has no names there, but addresses.
    private static string Place(Exception exception)
    {
        var frames = (exception.StackTrace ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var own = Array.Find(frames, frame => frame.Contains("GuruReports", StringComparison.Ordinal));
        return frames.Length == 0 ? "" : $", {own ?? frames[0]}";
    }
}
