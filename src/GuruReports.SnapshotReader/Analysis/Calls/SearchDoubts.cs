using GuruReports.Inspection.Snapshot.Protocol;
using GuruReports.SnapshotReader.Analysis.Threads;
using Microsoft.Diagnostics.Runtime;

namespace GuruReports.SnapshotReader.Analysis.Calls;

/// <summary>Says why "nobody holds it" may be wrong.</summary>
internal static class SearchDoubts
{
    public static string? Find(IReadOnlyList<ThreadImage> threads, string? search, string? unsearched) =>
        search ?? unsearched ?? (threads.Any(IsHidden) ? "the stacks of some threads were not read" : null);

    // A thread that runs managed code shows no frames in an image; one that waits outside of it has none to show.
    private static bool IsHidden(ThreadImage thread) =>
        thread.Frames.Count == 0 && thread.Thread.GCMode == GCMode.Cooperative && thread.Name?.StartsWith(LibraryThreads.Prefix, StringComparison.Ordinal) != true;
}
