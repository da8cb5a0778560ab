using GuruReports.Inspection.Snapshot.Model.Pool;
using GuruReports.Inspection.Snapshot.Model.Threads;
using GuruReports.Inspection.Vocabulary;
using GuruReports.SnapshotReader.Analysis.Memory;
using GuruReports.SnapshotReader.Analysis.Threads;
using GuruReports.SnapshotReader.Runtime.Entries;

namespace GuruReports.SnapshotReader.Analysis.Pool;

/// <summary>Groups workers by what they are blocked on.</summary>
internal static class PoolWorkers
{
    public static IReadOnlyList<WorkerGroup> Group(Image image, IReadOnlyList<ThreadImage> workers) =>
    [
        .. workers
            .Select(worker => (worker.ManagedId, State: State(image, worker)))
            .GroupBy(static worker => worker.State)
            .Select(static group => new WorkerGroup
            {
                Doing = group.Key.Doing,
                Kind = group.Key.Kind,
                IsIdle = group.Key.IsIdle,
                Frame = group.Key.Frame,
                Count = group.Count(),
                ManagedIds = [.. group.Select(static worker => worker.ManagedId).Order()],
            })
            .OrderByDescending(static group => group.Count).ThenBy(static group => group.Doing, StringComparer.Ordinal),
    ];

    private static (string Doing, WaitKind? Kind, bool IsIdle, SnapshotFrame? Frame) State(Image image, ThreadImage worker)
    {
        if (worker.Frames.Count == 0)
        {
            return ("running managed code", null, false, null);
        }

        var frame = image.Symbols.Blamed(worker.Frames);
        if (worker.Frames.Take(6).Any(frame => image.Known.TypeOf(frame.Method.Type) == PoolEntries.IdleWorkers))
        {
            return ("idle: waiting for work", null, true, null);
        }

        return worker.Site is { } site
            ? ("blocked: " + WaitWords.Of(site.Kind), site.Kind, false, frame)
            : ("in a call outside managed code", null, false, frame);
    }
}
