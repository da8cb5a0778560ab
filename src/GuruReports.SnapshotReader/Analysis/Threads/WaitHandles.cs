using GuruReports.Inspection.Snapshot.Model.Threads;
using GuruReports.Inspection.Vocabulary;
using GuruReports.SnapshotReader.Analysis.Memory;

namespace GuruReports.SnapshotReader.Analysis.Threads;

/// <summary>Replaces the operating system handle that a thread waits on by the WaitHandle around it.</summary>
internal static class WaitHandles
{
    public static void Resolve(IReadOnlyList<ThreadImage> threads, CollectedObjects? collected)
    {
        foreach (var thread in threads)
        {
            if (thread.Site?.Kind == WaitKind.WaitHandle && collected?.WaitHandles.TryGetValue(thread.WaitsFor, out var handle) == true)
            {
                thread.WaitsFor = handle;
            }
        }
    }
}
