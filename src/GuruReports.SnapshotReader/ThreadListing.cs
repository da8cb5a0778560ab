using GuruReports.Inspection.Snapshot.Model;
using Microsoft.Diagnostics.Runtime;

namespace GuruReports.SnapshotReader;

/// <summary>Reads the list of managed threads.</summary>
internal static class ThreadListing
{
    public static SnapshotResult Run(ClrRuntime runtime)
    {
        var threads = new List<SnapshotThread>();
        foreach (var thread in runtime.Threads)
        {
            var frames = new List<SnapshotFrame>();
            foreach (var frame in thread.EnumerateStackTrace())
            {
                if (frame.Method is { } method && frames.Count < 100)
                {
                    frames.Add(new SnapshotFrame { IsFramework = false, Method = $"{method.Type.Name}.{method.Name}" });
                }
            }

            threads.Add(new SnapshotThread { ManagedId = thread.ManagedThreadId, OsThreadId = thread.OSThreadId, IsPoolThread = false, IsBackground = false, Frames = frames });
        }

        return new SnapshotResult { RuntimeVersion = runtime.ClrInfo.Version.ToString(), Threads = threads };
    }
}
