using GuruReports.Inspection.Snapshot.Model.Async;
using GuruReports.Inspection.Snapshot.Model.Threads;
using GuruReports.Inspection.Vocabulary;
using GuruReports.SnapshotReader.Analysis.Async;
using GuruReports.SnapshotReader.Analysis.Memory;
using GuruReports.SnapshotReader.Analysis.Methods;
using GuruReports.SnapshotReader.Analysis.Threads;
using GuruReports.SnapshotReader.Runtime.Entries;

namespace GuruReports.SnapshotReader.Analysis.Locks;

/// <summary>
/// Who cannot go on without whom: threads by the owners of locks, by Join and by tasks; tasks by what they
/// await and by the thread that runs them. Task.WhenAny is left out: any of its tasks may free it.
/// </summary>
internal sealed class WaitParties
{
    private readonly Dictionary<int, WaitParty> _threads = [];
    private readonly Dictionary<AwaitNode, WaitParty> _tasks = [];
    private readonly List<WaitParty> _all = [];
    private readonly Dictionary<ulong, ThreadImage> _running = [];
    private readonly IReadOnlyDictionary<ulong, SnapshotLock> _locks;
    private readonly AwaitGraph? _graph;
    private readonly Image _image;
    private readonly OccupiedContexts? _contexts;
    private readonly IReadOnlyList<ThreadImage> _images;

    public WaitParties(Image image, IReadOnlyList<ThreadImage> threads, IReadOnlyDictionary<ulong, SnapshotLock> locks, AwaitGraph? graph, OccupiedContexts? contexts)
    {
        _image = image;
        _locks = locks;
        _graph = graph;
        _images = threads;
        _contexts = contexts;
        foreach (var thread in threads)
        {
            foreach (var task in thread.Runs)
            {
                _running.TryAdd(task, thread);
            }

            _threads[thread.ManagedId] = Add(thread, null);
        }

        foreach (var thread in threads)
        {
            LinkThread(thread);
        }
    }

    public IReadOnlyList<WaitParty> All => _all;

    private WaitParty Add(ThreadImage? thread, AwaitNode? task)
    {
        var party = new WaitParty { Index = _all.Count, Thread = thread, Task = task };
        _all.Add(party);
        return party;
    }

    private void LinkThread(ThreadImage thread)
    {
        if (thread.Site is { Kind: WaitKind.Callback })
        {
            foreach (var runner in CallbackRunners.Of(_image, thread, _images))
            {
                LinkOwner(_threads[thread.ManagedId], runner, 0);
            }
        }

        if (thread.WaitsFor == 0 || thread.Site is not { } site)
        {
            return;
        }

        var party = _threads[thread.ManagedId];
        if (site.Kind == WaitKind.Task && _graph?.Find(thread.WaitsFor) is { } node)
        {
            party.WaitsFor.Add((Task(node), 0));
        }
        else if (site.Kind == WaitKind.Join && _image.Fields.Value<int>(thread.WaitsFor, ThreadEntries.Id) is { } joined)
        {
            LinkOwner(party, joined, 0);
        }
        else if (site.Kind != WaitKind.MonitorWait && _locks.TryGetValue(thread.WaitsFor, out var wanted))
        {
            // A writer needs every reader to leave; so does a reader that stands behind such a writer.
            foreach (var holder in wanted.Owner?.ManagedId is { } owner ? [owner] : wanted.ReaderIds)
            {
                LinkOwner(party, holder, wanted.Address);
            }
        }
    }

    private void LinkOwner(WaitParty party, int owner, ulong wanted)
    {
        if (_threads.TryGetValue(owner, out var holder))
        {
            party.WaitsFor.Add((holder, wanted));
        }
    }

    /// <summary>The party of a task, with all that it waits for, without recursion: chains may be very long.</summary>
    private WaitParty Task(AwaitNode first)
    {
        var pending = new Stack<AwaitNode>();
        var result = TaskParty(first, pending);
        while (pending.TryPop(out var node))
        {
            var party = _tasks[node];
            if (_running.TryGetValue(node.Task, out var thread) && (node.Method is not SuspendedMethod || node.Producers.Count == 0))
            {
                party.WaitsFor.Add((_threads[thread.ManagedId], 0));
            }
            else if (_contexts?.Find(node) is { } occupied)
            {
                party.Context = occupied.Context;
                party.WaitsFor.Add((_threads[occupied.Thread.ManagedId], 0));
            }

            if (JoinNames.Find(node.Kind) == AsyncFrameKind.WhenAny)
            {
                continue;
            }

            foreach (var producer in node.Producers)
            {
                party.WaitsFor.Add((TaskParty(producer, pending), 0));
            }
        }

        return result;
    }

    private WaitParty TaskParty(AwaitNode node, Stack<AwaitNode> pending)
    {
        if (!_tasks.TryGetValue(node, out var party))
        {
            _tasks[node] = party = Add(null, node);
            pending.Push(node);
        }

        return party;
    }
}
