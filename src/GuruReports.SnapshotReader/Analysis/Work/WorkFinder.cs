using GuruReports.Inspection.Snapshot.Model.Work;
using GuruReports.Inspection.Vocabulary;
using GuruReports.SnapshotReader.Analysis.Async;
using GuruReports.SnapshotReader.Analysis.Known;
using GuruReports.SnapshotReader.Analysis.Memory;
using GuruReports.SnapshotReader.Analysis.Threads;

namespace GuruReports.SnapshotReader.Analysis.Work;

/// <summary>Joins work with the logical stacks and threads that are there for it.</summary>
internal sealed class WorkFinder
{
    private readonly WorkOwners _owners;
    private readonly WorkItems _items;
    private readonly ThreadWork _threads;
    private readonly Dictionary<ChainGroup, WorkShares> _chains = [];
    private readonly Dictionary<int, WorkItem> _ofThreads = [];

    public WorkFinder(Image image, KnownReader known, CollectedObjects collected)
    {
        var flows = new FlowContexts(image, known);
        _items = new WorkItems(image, known, collected.Known);
        _owners = new WorkOwners(image, _items, flows);
        _threads = new ThreadWork(image, _items, _owners, flows);
        Ended = new EndedActivities(image, known, new Activities(image, known)).Read(collected.Known);
    }

    public IReadOnlyList<WorkItem> Items => _items.All;

    /// <summary>What has ended within the last minute.</summary>
    public IReadOnlyList<EndedWork> Ended { get; }

    /// <summary>Logical stacks with code of the service's own projects for which no work was found.</summary>
    public int StacksWithoutWork { get; private set; }

    /// <summary>What the stacks of a chain are there for; null when unknown.</summary>
    public WorkShares? OfChain(ChainGroup chain) => _chains.GetValueOrDefault(chain);

    /// <summary>What a thread works for; null when unknown.</summary>
    public WorkItem? OfThread(int managedId) => _ofThreads.GetValueOrDefault(managedId);

    /// <summary>Looks at one logical stack, innermost method first.</summary>
    public void Note(IReadOnlyList<AwaitNode> way, ChainGroup group, ChainFrames frames)
    {
        var level = Level(way, frames);
        if (Invocation(way, frames) is { } invocation)
        {
            Take(invocation, group, isOwn: true);
        }
        else if (OfNodes(way) is { } item)
        {
            Take(item, group, isOwn: true);
        }
        else if (_items.OfFlow(_owners.FlowOf(way), level is not CodeOwner.Framework) is { } flowing)
        {
            Take(flowing, group, isOwn: false);
        }
        else if (_owners.OfVariables(way) is { } referred)
        {
            Take(referred, group, isOwn: false);
        }
        else if (level is CodeOwner.Service && !IsMain(frames.Of(way[^1]).Method))
        {
            StacksWithoutWork++;
        }
    }

    /// <summary>Looks at all threads.</summary>
    public void Note(IReadOnlyList<ThreadImage> threads, AwaitGraph? graph)
    {
        foreach (var thread in threads)
        {
            if (_threads.Find(thread, graph) is { } item)
            {
                item.Thread ??= thread;
                _ofThreads[thread.ManagedId] = item;
            }
        }
    }

    private void Take(WorkItem item, ChainGroup group, bool isOwn)
    {
        item.Take(group, isOwn);
        if (!_chains.TryGetValue(group, out var shares))
        {
            _chains[group] = shares = new WorkShares();
        }

        shares.Add(item);
    }

    private WorkItem? OfNodes(IReadOnlyList<AwaitNode> way)
    {
        foreach (var node in way)
        {
            if (_owners.OfNode(node) is { } item)
            {
                return item;
            }
        }

        return null;
    }

    /// <summary>The method of a hub that the dispatcher, further out, has called.</summary>
    private WorkItem? Invocation(IReadOnlyList<AwaitNode> way, ChainFrames frames)
    {
        string? called = null;
        WorkItem? result = null;
        for (var at = 0; at < way.Count && result is null; at++)
        {
            if (frames.Of(way[at]) is { Owner: not CodeOwner.Framework } own)
            {
                called = own.Method;
            }
            else if (called is not null && _owners.IsDispatcher(way[at]))
            {
                var name = called;
                result = _items.OfObject(way[at].Address, () => new WorkItem { Kind = WorkKind.Invocation, Name = name, Trace = _items.TraceOf(_owners.FlowOf(way)) });
            }
        }

        return result;
    }

    private static CodeOwner Level(IReadOnlyList<AwaitNode> way, ChainFrames frames)
    {
        var level = CodeOwner.Framework;
        foreach (var node in way)
        {
            level = frames.Of(node).Owner is var owner && owner > level ? owner : level;
        }

        return level;
    }

    // The program itself is no piece of work.
    private static bool IsMain(string method) => method.EndsWith(".Main", StringComparison.Ordinal) || method.EndsWith("<Main>$", StringComparison.Ordinal);
}
