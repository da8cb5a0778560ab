using GuruReports.Inspection.Snapshot.Model.Async;
using GuruReports.SnapshotReader.Analysis.Memory;

namespace GuruReports.SnapshotReader.Analysis.Async;

/// <summary>Follows every way from what is awaited in the end up to the methods that nothing awaits, and groups equal ways.</summary>
internal sealed class ChainBuilder
{
    private const int MostStacks = 1_000_000;
    private readonly AwaitTargets _targets;
    private readonly ChainFrames _frames;
    private readonly AnalysisClock _clock;
    private readonly Gates _gates;
    private readonly List<(int Inner, int Frame)> _trie = [(-1, -1)];
    private readonly Dictionary<(int Inner, int Frame), int> _trieIds = [];
    private readonly Dictionary<(int Outermost, AwaitTargetKey Target), ChainGroup> _groups = [];
    private readonly Dictionary<AwaitNode, ChainGroup> _groupOfBlocked = [];
    private readonly List<AwaitNode> _way = [];

    public ChainBuilder(AwaitTargets targets, ChainFrames frames, AnalysisClock clock, Gates gates)
    {
        _gates = gates;
        _targets = targets;
        _frames = frames;
        _clock = clock;
    }

    /// <summary>Is told of each logical stack, innermost method first, with what it ends at and its group.</summary>
    public Action<IReadOnlyList<AwaitNode>, AwaitTargetFound, ChainGroup>? Found { get; init; }

    public int Stacks { get; private set; }

    /// <summary>True when there were too many ways, or too little time, to follow all.</summary>
    public bool IsCut { get; private set; }

    public IReadOnlyCollection<ChainGroup> Groups => _groups.Values;

    /// <summary>The first group found through a node on which threads are blocked.</summary>
    public ChainGroup? GroupOf(AwaitNode blocked) => _groupOfBlocked.GetValueOrDefault(blocked);

    public void Build(IReadOnlyList<AwaitNode> nodes)
    {
        foreach (var node in nodes)
        {
            if (node.Circle != 0)
            {
                Follow(node, CircleTarget(node));
            }
            else if (node.Method is not null && node.Producers.Count == 0)
            {
                Follow(node, _targets.OfLeaf(node));
            }
            else if (node.IsFrame)
            {
                FollowFromLeaves(node);
            }
        }
    }

    /// <summary>The frames of a group, innermost first.</summary>
    public List<int> FramesOf(ChainGroup group)
    {
        var result = new List<int>();
        for (var id = group.Outermost; id > 0; id = _trie[id].Inner)
        {
            result.Add(_trie[id].Frame);
        }

        result.Reverse();
        return result;
    }

    private void FollowFromLeaves(AwaitNode node)
    {
        if (node.Leaf != 0)
        {
            Follow(node, _targets.OfLeaf(node));
        }

        foreach (var producer in node.Producers)
        {
            if (!producer.IsFrame)
            {
                Follow(node, _targets.OfTask(producer));
            }
        }
    }

    private static AwaitTargetFound CircleTarget(AwaitNode node) => new(
        new AwaitTargetKey(AwaitKind.Cycle, "itself, through others: it never ends", null), node.Address, "");

    /// <summary>Depth first over all ways up from a node, without recursion: chains may be very long.</summary>
    private void Follow(AwaitNode start, AwaitTargetFound target)
    {
        var pending = new Stack<(AwaitNode Node, int Depth, int Inner)>();
        pending.Push((start, 0, 0));
        while (pending.TryPop(out var step))
        {
            if (Stacks >= MostStacks || ((Stacks & 1023) == 0 && _clock.IsOver))
            {
                IsCut = true;
                return;
            }

            _way.RemoveRange(step.Depth, _way.Count - step.Depth);
            _way.Add(step.Node);
            var id = TrieId(step.Inner, _frames.IdOf(step.Node));
            var isEnd = true;
            foreach (var consumer in step.Node.Consumers)
            {
                // Ways round a circle have no end; those that lead out of it do.
                if (step.Node.Circle == 0 || consumer.Circle != step.Node.Circle)
                {
                    isEnd = false;
                    pending.Push((consumer, step.Depth + 1, id));
                }
            }

            if (isEnd)
            {
                Close(id, target);
            }
        }

        _way.Clear();
    }

    private void Close(int id, AwaitTargetFound target)
    {
        if (!_way.Exists(static node => node.Method is not null))
        {
            return;
        }

        Stacks++;
        if (!_groups.TryGetValue((id, target.Key), out var group))
        {
            _groups[(id, target.Key)] = group = new ChainGroup { Id = _groups.Count + 1, Outermost = id, Target = target.Key };
        }

        group.Add(_way[0].Address, target);
        _gates.Note(_way, target, group.Id);
        Found?.Invoke(_way, target, group);
        foreach (var node in _way)
        {
            node.Group ??= group;
            if (node.BlockedThreads is { } threads)
            {
                group.BlockedThreads.UnionWith(threads);
                _groupOfBlocked.TryAdd(node, group);
            }
        }
    }

    private int TrieId(int inner, int frame)
    {
        if (!_trieIds.TryGetValue((inner, frame), out var id))
        {
            id = _trie.Count;
            _trie.Add((inner, frame));
            _trieIds[(inner, frame)] = id;
        }

        return id;
    }
}
