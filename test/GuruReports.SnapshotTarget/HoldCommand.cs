using GuruReports.Inspection;
using GuruReports.Inspection.Snapshot;

namespace GuruReports.SnapshotTarget;

/// <summary>Takes a snapshot whose helper stands still, says who is who, and waits to be killed.</summary>
internal static class HoldCommand
{
    public static int Run()
    {
        LongReading.Begin();
        using var session = SnapshotSession.Start(new SnapshotCaptureOptions { Timeout = TimeSpan.FromSeconds(60) });
        var (image, helper) = Children.WaitForBoth();
        _ = Kernel.Signal(helper, Kernel.Stop);
        Report.Line("image", image);
        Report.Line("helper", helper);
        Report.Line("parent", Children.ParentOf(helper) ?? 0);
        Report.Line("ready", true);
        Console.Out.Flush();
        Console.In.ReadLine();
        return 0;
    }
}
