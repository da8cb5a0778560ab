using System.Diagnostics;
using GuruReports.Inspection.Snapshot;

namespace GuruReports.SnapshotTarget;

/// <summary>Takes an image that nobody ends.</summary>
internal static class TimeToLiveCommand
{
    public static int Run()
    {
        var started = Stopwatch.GetTimestamp();
        using var image = ProcessImage.TryTake(TimeSpan.FromSeconds(1), out _);
        Report.Line("alive", Children.Images().Count);
        while (State(image!.Id) != 'Z' && Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(20))
        {
            Thread.Yield();
        }

        Report.Line("state", State(image.Id));
        Report.Line("after", Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        return 0;
    }

    private static char State(int process)
    {
        var stat = File.ReadAllText(FormattableString.Invariant($"/proc/{process}/stat"));
        return stat[stat.LastIndexOf(')') + 2];
    }
}
