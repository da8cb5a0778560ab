using GuruReports.SnapshotReader.Analysis.Memory;
using GuruReports.SnapshotReader.Analysis.Threads;
using GuruReports.SnapshotReader.Runtime.Entries;

namespace GuruReports.SnapshotReader.Analysis.Locks;

/// <summary>Finds the thread that runs the callback whose end a CancellationTokenRegistration.Dispose waits for.</summary>
internal static class CallbackRunners
{
    private const string Source = "System.Threading.CancellationTokenSource";

    /// <summary>The managed id of the thread that the registrations name; else of the only thread that runs callbacks at all.</summary>
    public static IEnumerable<int> Of(Image image, ThreadImage waiting, IReadOnlyList<ThreadImage> threads)
    {
        if (waiting.WaitsFor != 0 && image.Fields.Value<int>(waiting.WaitsFor, ContextEntries.CallbackThread) is { } named)
        {
            return named > 0 && named != waiting.ManagedId ? [named] : [];
        }

        var runners = threads.Where(thread => thread != waiting && thread.Frames.Any(frame => frame.Method is { Name: "ExecuteCallbackHandlers", Type.Name: Source })).Take(2).ToList();
        return runners.Count == 1 ? [runners[0].ManagedId] : [];
    }
}
