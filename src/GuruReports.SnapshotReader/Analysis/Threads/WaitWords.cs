using GuruReports.Inspection.Snapshot.Model.Threads;
using GuruReports.Inspection.Vocabulary;

namespace GuruReports.SnapshotReader.Analysis.Threads;

/// <summary>Says waits in words.</summary>
internal static class WaitWords
{
    public static string Of(WaitKind kind) => kind switch
    {
        WaitKind.Monitor => "entering a monitor",
        WaitKind.MonitorWait => "Monitor.Wait",
        WaitKind.Lock => "entering a Lock",
        WaitKind.Task => "waiting on a Task",
        WaitKind.ReaderWriterLock => "entering a ReaderWriterLockSlim",
        WaitKind.Semaphore => "SemaphoreSlim.Wait",
        WaitKind.Event => "waiting on an event",
        WaitKind.WaitHandle => "waiting on a WaitHandle",
        WaitKind.Join => "Thread.Join",
        WaitKind.Sleep => "Thread.Sleep",
        WaitKind.Callback => "waiting for a cancellation callback to end",
        _ => "unknown",
    };
}
