using GuruReports.Inspection.Snapshot.Model.Threads;
using GuruReports.Inspection.Vocabulary;
using GuruReports.SnapshotReader.Analysis.Async;
using GuruReports.SnapshotReader.Analysis.Locks;
using GuruReports.SnapshotReader.Analysis.Memory;
using GuruReports.SnapshotReader.Analysis.Threads;
using GuruReports.SnapshotReader.Runtime.Entries;

namespace GuruReports.SnapshotReader.Analysis.Results;

/// <summary>Makes the result of the threads.</summary>
internal sealed class ThreadReport
{
    private const int Background = 0x200;

    // A result must fit into one message, however many threads there are; the capture of the threads has all frames.
    private const int FramesTogether = 60_000;
    private const int LeastFrames = 8;
    private readonly Image _image;
    private readonly IReadOnlyDictionary<ulong, SnapshotLock>? _locks;
    private readonly AwaitGraph? _graph;
    private readonly ChainBuilder? _chains;
    private readonly ChainFrames? _frames;
    private readonly AwaitTargets? _targets;

    public ThreadReport(Image image, IReadOnlyDictionary<ulong, SnapshotLock>? locks, AwaitGraph? graph, ChainBuilder? chains, ChainFrames? frames, AwaitTargets? targets)
    {
        _image = image;
        _locks = locks;
        _graph = graph;
        _chains = chains;
        _frames = frames;
        _targets = targets;
    }

    public IReadOnlyList<SnapshotThread> Make(IReadOnlyList<ThreadImage> threads)
    {
        var held = (_locks?.Values ?? []).Where(static found => found.Owner?.ManagedId is not null).ToLookup(static found => found.Owner!.ManagedId!.Value);
        var most = Math.Max(LeastFrames, FramesTogether / Math.Max(1, threads.Count));
        return [.. threads.Select(thread => Make(thread, held[thread.ManagedId], most, threads))];
    }

    private SnapshotThread Make(ThreadImage thread, IEnumerable<SnapshotLock> held, int most, IReadOnlyList<ThreadImage> all) => new()
    {
        ManagedId = thread.ManagedId,
        OsThreadId = thread.Thread.OSThreadId,
        Name = thread.Name,
        IsPoolThread = thread.IsPoolThread,
        IsBackground = ((int)thread.Thread.State & Background) != 0,
        Exception = ExceptionTexts.Read(_image, thread.Thread.CurrentException),
        WaitsFor = thread.Site is null ? null : Wait(thread, thread.Site, all),
        Runs = Runs(thread),
        Holds = [.. held.OrderBy(static found => found.Address).Select(static found => new LockReference { Kind = found.Kind, Address = found.Address, TypeName = found.TypeName })],
        Frames = thread.Describe(_image.Symbols, most),
    };

    private string? Runs(ThreadImage thread)
    {
        foreach (var task in thread.Runs)
        {
            if (_image.Fields.Reference(task, TaskEntries.Action) is var action and not 0 && _image.Delegates.Find(action) is { Owner: not CodeOwner.Framework } target)
            {
                return target.Method;
            }
        }

        return null;
    }

    private ThreadWait Wait(ThreadImage thread, WaitSite site, IReadOnlyList<ThreadImage> all)
    {
        var address = thread.WaitsFor;
        var found = address == 0 ? null : _locks?.GetValueOrDefault(address);
        var wait = new ThreadWait
        {
            Kind = site.Kind,
            Address = address == 0 ? null : address,
            TypeName = address == 0 ? null : _image.Kinds.KindAt(address)?.Name,
            OwnerManagedId = site.Kind switch
            {
                WaitKind.MonitorWait => null,
                WaitKind.Join => address == 0 ? null : _image.Fields.Value<int>(address, ThreadEntries.Id),
                WaitKind.Callback => CallbackRunners.Of(_image, thread, all).Cast<int?>().FirstOrDefault(),
                _ => found?.Owner?.ManagedId,
            },
        };
        return site.Kind == WaitKind.Task && address != 0 ? WithTask(wait, address) : wait;
    }

    private ThreadWait WithTask(ThreadWait wait, ulong address)
    {
        if (_graph?.Find(address) is not { } node)
        {
            return wait;
        }

        var group = _chains?.GroupOf(node);
        return wait with
        {
            Task = node.IsFrame ? _frames?.Of(node) : null,
            ChainId = group?.Id,
            Target = group is not null ? AsyncReport.Target(group) : _targets is null || node.IsFrame ? null : AsyncReport.Target(_targets.OfTask(node)),
        };
    }
}
