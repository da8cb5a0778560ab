using GuruReports.Inspection.Snapshot.Model;
using GuruReports.Inspection.Snapshot.Model.Async;
using GuruReports.Inspection.Snapshot.Model.Calls;
using GuruReports.Inspection.Snapshot.Model.Heap;
using GuruReports.Inspection.Snapshot.Model.Pool;
using GuruReports.Inspection.Snapshot.Model.Queues;
using GuruReports.Inspection.Snapshot.Model.Threads;
using GuruReports.Inspection.Vocabulary;
using GuruReports.SnapshotReader.Analysis.Async;
using GuruReports.SnapshotReader.Analysis.Calls;
using GuruReports.SnapshotReader.Analysis.Collections;
using GuruReports.SnapshotReader.Analysis.Known;
using GuruReports.SnapshotReader.Analysis.Locks;
using GuruReports.SnapshotReader.Analysis.Memory;
using GuruReports.SnapshotReader.Analysis.Methods;
using GuruReports.SnapshotReader.Analysis.Pool;
using GuruReports.SnapshotReader.Analysis.Queues;
using GuruReports.SnapshotReader.Analysis.Results;
using GuruReports.SnapshotReader.Analysis.Statistics;
using GuruReports.SnapshotReader.Analysis.Threads;
using GuruReports.SnapshotReader.Analysis.Work;

namespace GuruReports.SnapshotReader.Analysis;

/// <summary>One analysis: stages in the order of what is cheap and most wanted; a stage that fails costs only its own part.</summary>
internal sealed class AnalysisRun
{
    private const double LastLimit = 0.9;
    private const double SearchLimit = 0.25;
    private readonly Image _image;
    private readonly AnalysisStages _stages;
    private List<ThreadImage> _threads = [];
    private List<(WorkItemSource Queue, ulong Address)>? _queued;
    private CollectedObjects? _collected;
    private HeapWalker? _walker;
    private HeapStatistics? _statistics;
    private MonitorLocks _monitors = new();
    private LockReader? _locks;
    private AwaitGraph? _graph;
    private OccupiedContexts? _contexts;
    private ChainFrames? _frames;
    private ChainBuilder? _chains;
    private AwaitTargets? _targets;
    private AsyncSnapshot? _async;
    private WorkFinder? _work;
    private CallsSnapshot? _calls;
    private QueuesSnapshot? _queues;
    private ThreadPoolSnapshot? _pool;
    private TimerSnapshot? _timers;
    private List<DeadlockCycle> _deadlocks = [];
    private TimeSpan _walk;
    private IReadOnlyList<LargeCollection> _collections = [];
    private string? _collectionsUnknown;
    private IReadOnlyList<InlinedCall> _inlined = [];
    private readonly KnownReader _known;

    public AnalysisRun(Image image)
    {
        _image = image;
        _stages = new AnalysisStages(image.Clock, image.Known);
        _known = new KnownReader(image);
    }

    public SnapshotResult Read()
    {
        _stages.Run("Threads", 0.4, ReadThreads);
        _stages.Run("Walk", 0.7, Walk);
        _stages.Run("Timers", LastLimit, () => _timers = new TimerReader(_image).Read(Walked()));
        _stages.Run("ThreadPool", LastLimit, () => _pool = new PoolReader(_image).Read(_queued = new PoolQueues(_image).Read(Walked()), _threads, Walked()));
        _stages.Run("Locks", LastLimit, ReadLocks);
        _stages.Run("Work", LastLimit, () => _work = new WorkFinder(_image, _known, Walked()));
        _stages.Run("Async", LastLimit, ReadAsync);
        _stages.Run("WorkOfThreads", LastLimit, () => _work?.Note(_threads, _graph));
        _stages.Run("Deadlocks", LastLimit, FindDeadlocks);
        _stages.Run("Calls", LastLimit, () => _inlined = DynamicCalls.Read(_image, Walked()));
        _stages.Run("CallsOut", LastLimit, ReadCalls);
        _stages.Run("Queues", LastLimit, ReadQueues);
        _stages.Run("Collections", SearchLimit, () => (_collections, _collectionsUnknown) = new CollectionsReader(_image, Walked()).Read(_walk));
        HeapSnapshot? heap = null;
        if (_statistics is { } statistics)
        {
            _stages.Run("Heap", LastLimit, () => heap = HeapReport.Make(_image, _walker!, statistics));
        }

        SnapshotResult? result = null;
        _image.Clock.Measure("Result", () => result = Result(heap));
        return result! with { Timings = _image.Clock.Timings };
    }

    private void ReadThreads()
    {
        _monitors = MonitorLocks.Read(_image);
        var reader = new ThreadReader(_image, _monitors);
        _threads = reader.Read();
        foreach (var thread in _threads)
        {
            if (!_image.Clock.IsOver)
            {
                reader.ReadRoots(thread);
            }
        }

        if (reader.Unread == 0 && StackDoubts.Find(_threads) is { } doubt)
        {
            _stages.Doubt("Threads", doubt);
        }

        if (reader.Unread > 0)
        {
            _image.Notes.Add(FormattableString.Invariant($"The frames of {reader.Unread} threads were not read: {_image.Clock.OverText}."));
        }
    }

    private void Walk()
    {
        var begun = _image.Clock.Elapsed;
        _collected = new CollectedObjects(_image.Memory, _image.Fields);
        _walker = new HeapWalker(_image.Runtime.Heap, _image.Memory, _image.Kinds, _image.Clock);
        if (_image.Request.WalkHeap)
        {
            _statistics = new HeapStatistics(_image, _collected);
            _walker.Walk(_statistics, frozen: true);
            _statistics.Finish();
        }
        else
        {
            _walker.Walk(_collected, frozen: false);
        }

        _walk = _image.Clock.Elapsed - begun;
        WalkNotes.Add(_image, _walker);
    }

    private CollectedObjects Walked() => _collected ?? throw new InvalidOperationException("the heap was not walked");

    private void ReadLocks()
    {
        WaitHandles.Resolve(_threads, _collected);
        _locks = new LockReader(_image, _threads, _monitors);
        _locks.ReadSyncBlocks();
        if (_collected is not null)
        {
            _locks.ReadCollected(_collected);
        }

        _locks.ReadWaitedFor(_threads);
        if (_locks.Doubt is { } doubt)
        {
            _stages.Doubt("Locks", doubt);
        }
    }

    // Threads that wait for each other are found without the tasks too.
    private void FindDeadlocks()
    {
        var locks = _locks ?? throw new InvalidOperationException("locks were not read");
        _deadlocks = new DeadlockFinder(_image, locks.Locks, _frames).Find(new WaitParties(_image, _threads, locks.Locks, _graph, _contexts).All);
    }

    private void ReadAsync()
    {
        var collected = Walked();
        var graph = _graph = new AwaitGraph(_image, collected, RunningChains.Find(_image, _threads));
        var running = new Dictionary<ulong, int>();
        foreach (var thread in _threads)
        {
            // Chains are built of what threads are blocked on: before them, not when deadlocks are looked for.
            if (thread.Site is { Kind: WaitKind.Task } && thread.WaitsFor != 0 && graph.Find(thread.WaitsFor) is { } node)
            {
                (node.BlockedThreads ??= []).Add(thread.ManagedId);
            }

            foreach (var task in thread.Runs)
            {
                running.TryAdd(task, thread.ManagedId);
            }
        }

        var queued = _queued is null ? [] : _queued.Select(static item => item.Address).ToHashSet();
        var circles = AwaitCircles.Find(graph.Nodes);
        _frames = new ChainFrames(_image);
        _targets = new AwaitTargets(_image, collected, queued, running);
        var gates = new Gates(_image);
        var contexts = _contexts = new OccupiedContexts(_image, _threads, graph);
        _chains = new ChainBuilder(_targets, _frames, _image.Clock, gates) 
        {
            Found = (way, target, group) =>
            {
                NoteWork(way, group);
                group.HeldUpBy.UnionWith(ChainHolders.Of(way, target, running, contexts));
            },
        };
        _chains.Build(graph.Nodes);
        _async = AsyncReport.Make(_image, graph, circles, _chains, _frames, TaskTotals.Count(_image, graph, _targets), _walker!.Share) with
        {
            Faulted = FaultedTasks.Read(_image, collected.Faulted),
            Pools = gates.Report(_threads, collected.Known, PoolReader()),
        };
    }

    private void NoteWork(IReadOnlyList<AwaitNode> way, ChainGroup group)
    {
        try
        {
            _work?.Note(way, group, _frames!);
        }
        catch (Exception exception)
        {
            // Policy: what the objects of a library trip over costs the work alone; the logical stacks are still followed.
            _work = null;
            _stages.Doubt("Work", exception.GetType().Name + ": " + exception.Message);
        }
    }

    private void ReadCalls()
    {
        _known.Lacks.CheckTypes();
        _calls = new CallsReader(_image, _known, Walked().Known).Read(_graph?.Nodes ?? [], _threads, PoolReader(), Unsearched());
    }

    private void ReadQueues()
    {
        _queues = new QueuesReader(_image, _known, Walked()).Read(_graph?.Nodes ?? [], _threads, new PoolQueues(_image).Queues(Walked()), Unsearched(), Later);
    }

    private IReadOnlyList<PoolCall> Later() => [.. new TimerReader(_image).Calls(Walked()), .. (_queued ?? []).Select(static item => new PoolCall(item.Address, "what is queued on the thread pool", null))];

    // Why somebody may hold something and not be found.
    private string? Unsearched() => _graph is null ? "the async methods were not read" : _walker!.StoppedByDeadline ? "not all of the heap was searched" : null;

    private KnownPoolReader PoolReader() => new(_known, Walked().Known);

    private SnapshotResult Result(HeapSnapshot? heap)
    {
        var threads = new ThreadReport(_image, _locks?.Locks, _graph, _chains, _frames, _targets);
        var work = new WorkJoin(_image, _work, _chains, _frames).Join(threads.Make(_threads), _async);
        return new SnapshotResult
        {
            RuntimeVersion = _image.Known.Version,
            Threads = work.Threads,
            Locks = _locks is null ? [] : LockReport.Make(_image, _locks.Locks.Values, _threads),
            DeadlockCycles = _deadlocks,
            Async = work.Async,
            Work = work.Work,
            Inlined = _inlined,
            Calls = _calls,
            Queues = _queues,
            ThreadPool = _pool,
            Timers = _timers,
            Heap = heap,
            Types = _statistics is null && _collected is not null ? TypeTotals.Read(_image.Kinds.Kinds, _image.Symbols) : [],
            Collections = _collections,
            CollectionsUnknown = _collectionsUnknown,
            Unavailable = [.. _stages.Unavailable, .. _known.Lacks.Parts],
            Unknown = _image.Unknown.Report(),
            Notes = _image.Notes,
        };
    }
}
