using System.Diagnostics;
using System.Globalization;
using GuruReports.Inspection.Snapshot.Image;

namespace GuruReports.SnapshotTarget;

/// <summary>Takes an image that nobody ends.</summary>
internal static class TimeToLiveCommand
{
    private const int Nice = 16;

    public static int Run()
    {
        var started = Stopwatch.GetTimestamp();
        using var image = ProcessImage.TryTake(TimeSpan.FromSeconds(1), out _)!;
        Report.Line("alive", Children.Images().Count);
        Report.Line("nice", $"{Stat("thread-self")[Nice]} {Stat(Name(image))[Nice]}");
        while (State(image) != "Z" && Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(20))
        {
            Thread.Yield();
        }

        Report.Line("state", State(image));
        Report.Line("after", Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        return 0;
    }

    private static string State(ProcessImage image) => Stat(Name(image))[0];

    private static string Name(ProcessImage image) => image.Id.ToString(CultureInfo.InvariantCulture);

    // What follows the name (proc_pid_stat(5)).
    private static string[] Stat(string process)
    {
        var stat = File.ReadAllText($"/proc/{process}/stat");
        return stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
    }
}
