using GuruReports.Inspection;
using GuruReports.Inspection.Snapshot;

namespace GuruReports.SnapshotTarget;

/// <summary>Asks for a second snapshot while the first is being read, and for a third right after it.</summary>
internal static class ConcurrentCommand
{
    public static int Run()
    {
        LongReading.Begin();
        var options = new SnapshotCaptureOptions { Timeout = TimeSpan.FromSeconds(60) };
        using var first = SnapshotSession.Start(options);
        Children.WaitForBoth();

        Report.Line("second", ProcessInspector.TakeSnapshot().UnavailableReason ?? "");
        Report.Line("first", first.Wait(TimeSpan.FromSeconds(60)).IsAvailable);
        Report.Line("third", ProcessInspector.TakeSnapshot(options).IsAvailable);
        Report.Line("children", Children.AfterTearDown());
        return 0;
    }
}
