using System.Text;
using System.Text.Json;
using GuruReports.Inspection.Snapshot.Model;
using GuruReports.Inspection.Snapshot.Protocol;
using GuruReports.SnapshotReader.Memory;

namespace GuruReports.SnapshotReader;

/// <summary>The helper: reads one image, sends one result, ends.</summary>
internal static class HelperProgram
{
    /// <summary>Runs until the result is sent; returns the exit code.</summary>
    public static int Run()
    {
        ProcessSafety.Apply();
        using var channel = new ServiceChannel();
        ImageReading.Prepare();
        channel.Send(FrameKind.Ready, []);
        if (channel.ReceiveImage() is not { } received)
        {
            return 1;
        }

        ServiceWatch.Start(received);
        try
        {
            var result = ImageReading.Read(received, stage => channel.Send(FrameKind.Stage, Encoding.UTF8.GetBytes(stage)));
            channel.Send(FrameKind.Result, JsonSerializer.SerializeToUtf8Bytes(result, SnapshotJsonContext.Default.SnapshotResult));
            return 0;
        }
        catch (Exception exception)
        {
            // The boundary of the helper: the service tells its reader why there is no snapshot.
            channel.Send(FrameKind.Failure, Encoding.UTF8.GetBytes($"{exception.GetType().Name}: {exception.Message}{FirstFrame(exception)}"));
            return 2;
        }
    }

    private static string FirstFrame(Exception exception)
    {
        var line = (exception.StackTrace ?? "").AsSpan().Trim();
        var end = line.IndexOf('\n');
        return line.IsEmpty ? "" : $" ({(end < 0 ? line : line[..end]).Trim()})";
    }
}
