using System.Diagnostics;
using GuruReports.Inspection;
using GuruReports.Inspection.Snapshot;

namespace GuruReports.SnapshotTarget;

/// <summary>Cancels a snapshot while its helper hangs.</summary>
internal static class CancelCommand
{
    public static int Run()
    {
        LongReading.Begin();
        using var session = SnapshotSession.Start(new SnapshotCaptureOptions { Timeout = TimeSpan.FromSeconds(60) });
        _ = Kernel.Signal(Children.WaitForBoth().Helper, Kernel.Stop);

        var early = session.Wait(TimeSpan.FromMilliseconds(50));
        session.Cancel();
        var started = Stopwatch.GetTimestamp();
        var capture = session.Wait(TimeSpan.FromSeconds(10));

        Report.Line("early", early.UnavailableReason ?? "");
        Report.Line("afterCancel", Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        Report.Print(capture);
        Report.Line("children", Children.AfterTearDown());
        return 0;
    }
}
