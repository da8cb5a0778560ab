using GuruReports.Inspection;
using GuruReports.Inspection.Snapshot;

namespace GuruReports.SnapshotTarget;

/// <summary>Takes a snapshot, stops the process between service and helper meanwhile, and takes another one.</summary>
internal static class StopBetweenCommand
{
    public static int Run()
    {
        LongReading.Begin();
        using (var session = SnapshotSession.Start(new SnapshotCaptureOptions { Timeout = TimeSpan.FromSeconds(30) }))
        {
            var between = Children.ParentOf(Children.WaitForBoth().Helper) ?? Environment.ProcessId;
            Report.Line("between", between != Environment.ProcessId);
            if (between != Environment.ProcessId)
            {
                _ = Kernel.Signal(between, Kernel.Stop);
            }

            Report.Print(session.Wait(TimeSpan.FromSeconds(60)));
        }

        var again = ProcessInspector.TakeSnapshot(new SnapshotCaptureOptions { Timeout = TimeSpan.FromSeconds(30) });
        Report.Line("again", again.IsAvailable);
        Report.Line("reasonAgain", again.UnavailableReason ?? "");
        Report.Line("children", Children.AfterTearDown());
        return 0;
    }
}
