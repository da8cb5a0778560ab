using System.Diagnostics;
using GuruReports.Inspection.Snapshot.Image;
using GuruReports.Testing;

namespace GuruReports.SnapshotTarget;

/// <summary>Takes an image that nobody ends.</summary>
internal static class TimeToLiveCommand
{
    private const int Nice = 16;

    public static int Run()
    {
        var started = Stopwatch.GetTimestamp();
        using var image = ProcessImage.TryTake(TimeSpan.FromSeconds(3), out _)!;
        Report.Line("alive", Children.Images().Count);
        var own = OtherProcess.Fields(Environment.ProcessId);
        Report.Line("nice", $"{own[Nice]} {OtherProcess.Fields(image.Id)[Nice]}");
        Until.True(() => !OtherProcess.IsRunning(image.Id), TimeSpan.FromSeconds(20), () => "The image does not end.");
        Report.Line("state", OtherProcess.State(image.Id));
        Report.Line("after", Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        return 0;
    }
}
