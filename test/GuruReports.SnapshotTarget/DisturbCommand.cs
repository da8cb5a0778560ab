using System.Globalization;
using GuruReports.Inspection;
using GuruReports.Inspection.Snapshot;

namespace GuruReports.SnapshotTarget;

/// <summary>Takes a snapshot and sends its first helper a signal while it reads.</summary>
internal static class DisturbCommand
{
    public static int Run(string signal)
    {
        LongReading.Begin();
        var number = int.Parse(signal, CultureInfo.InvariantCulture);
        using var session = SnapshotSession.Start(new SnapshotCaptureOptions { Timeout = TimeSpan.FromSeconds(number == Kernel.Stop ? 20 : 45) });
        _ = Kernel.Signal(Children.WaitForBoth().Helper, number);

        Report.Print(session.Wait(TimeSpan.FromSeconds(60)));
        Report.Line("children", Children.AfterTearDown());
        return 0;
    }
}
