using GuruReports.Inspection.Snapshot.Model.Async;
using GuruReports.Inspection.Snapshot.Model.Threads;
using GuruReports.Inspection.Snapshot.Model.Work;
using GuruReports.Inspection.Vocabulary;
using GuruReports.SnapshotReader.Analysis.Async;
using GuruReports.SnapshotReader.Analysis.Memory;

namespace GuruReports.SnapshotReader.Analysis.Work;

/// <summary>Tells threads and chains what they work for, and the work where it stands.</summary>
internal sealed class WorkJoin(Image image, WorkFinder? finder, ChainBuilder? chains, ChainFrames? frames)
{
    public (IReadOnlyList<SnapshotThread> Threads, AsyncSnapshot? Async, WorkSnapshot? Work) Join(IReadOnlyList<SnapshotThread> threads, AsyncSnapshot? tasks)
    {
        if (finder is null)
        {
            return (threads, tasks, null);
        }

        var work = new WorkReport(image, finder, chains, frames, tasks?.Pools ?? []).Make(threads.ToDictionary(static thread => thread.ManagedId));
        return ([.. threads.Select(Join)], tasks is null ? null : tasks with { Chains = Join(tasks.Chains) }, work);
    }

    private SnapshotThread Join(SnapshotThread thread) =>
        finder!.OfThread(thread.ManagedId) is { Kind: not WorkKind.Item } item ? thread with { WorksFor = WorkShares.Of(item, 1) } : thread;

    private List<AsyncChain> Join(IReadOnlyList<AsyncChain> found)
    {
        var groups = chains?.Groups.ToDictionary(static group => group.Id) ?? [];
        return [.. found.Select(chain => groups.TryGetValue(chain.Id, out var group) && finder!.OfChain(group) is { } shares
            ? chain with { WorksFor = shares.Report(), OmittedWork = shares.Omitted }
            : chain)];
    }
}
