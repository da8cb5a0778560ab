using System.Diagnostics;
using System.Runtime.InteropServices;
using GuruReports.Inspection;
using GuruReports.Inspection.Snapshot;

namespace GuruReports.SnapshotTarget;

/// <summary>Counts the SIGCHLD that this process gets: for a snapshot, and then for a child of its own.</summary>
internal static class ChildSignalCommand
{
    public static int Run()
    {
        var signals = 0;
        using var arrived = new SemaphoreSlim(0);
        using var registration = PosixSignalRegistration.Create(PosixSignal.SIGCHLD, _ =>
        {
            Interlocked.Increment(ref signals);
            arrived.Release();
        });

        Report.Line("read", ProcessInspector.TakeSnapshot(new SnapshotCaptureOptions { Timeout = TimeSpan.FromSeconds(45) }).IsAvailable);
        Report.Line("children", Children.AfterTearDown());
        var ofSnapshot = Volatile.Read(ref signals);

        // Signals are handled in the order in which they come: once that of an own child is here, none is under way.
        using var child = Process.Start("/bin/true");
        child.WaitForExit();
        Report.Line("ownSignalArrived", arrived.Wait(TimeSpan.FromSeconds(30)));
        Report.Line("signalsOfSnapshot", ofSnapshot);
        Report.Line("signals", Volatile.Read(ref signals));
        return 0;
    }
}
