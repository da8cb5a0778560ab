using GuruReports.Inspection.Snapshot;

namespace GuruReports.Inspection;

public static partial class ProcessInspector
{
    /// <summary>
    /// Takes a copy-on-write snapshot of this process and reads locks, tasks, the thread pool and, if asked for, the heap
    /// out of it with a helper process. Synchronous and bounded by <see cref="SnapshotCaptureOptions.Timeout"/>; call it from a
    /// thread of your own. Linux only.
    /// </summary>
    /// <param name="options">How to take it; <see langword="null"/> for the defaults.</param>
    /// <returns>What was read, or why nothing could be. It does not throw for what a process cannot give.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><see cref="SnapshotCaptureOptions.Timeout"/> is not between 1 and 60 s.</exception>
    internal static SnapshotCapture TakeSnapshot(SnapshotCaptureOptions? options = null)
    {
        options ??= new SnapshotCaptureOptions();
        using var session = SnapshotSession.Start(options);
        return session.Wait(options.Timeout + TimeSpan.FromSeconds(5));
    }
}
