using GuruReports.SnapshotReader.Analysis.Memory;
using GuruReports.SnapshotReader.Analysis.Methods;
using GuruReports.SnapshotReader.Runtime.Entries;

namespace GuruReports.SnapshotReader.Analysis.Async;

/// <summary>Links what the walk collected: by continuations, and by the awaiters that suspended methods hold.</summary>
internal sealed class AwaitGraph
{
    private readonly Image _image;
    private readonly AwaitNodes _nodes;

    public AwaitGraph(Image image, CollectedObjects collected, IReadOnlyList<RunningChain> running)
    {
        _image = image;
        _nodes = new AwaitNodes(image, collected, running);
        LinkContinuations();
        LinkAwaited();
        AddAskedContexts();
    }

    public IReadOnlyList<AwaitNode> Nodes => _nodes.All;

    /// <summary>The synchronization context or scheduler through which a box goes on, for those that asked for one.</summary>
    public Dictionary<ulong, ulong> Contexts { get; private set; } = [];

    /// <summary>The node of a task, box or iterator; null for other objects, and for tasks that have ended.</summary>
    public AwaitNode? Find(ulong address) => _nodes.Find(address);

    private void LinkContinuations()
    {
        var continuations = new Continuations(_image);
        Contexts = continuations.Contexts;
        var found = new List<ulong>();
        var linked = new HashSet<AwaitNode>();
        foreach (var node in _nodes.All)
        {
            var offset = _image.Fields.Offset(node.Kind, TaskEntries.Continuation);
            if (offset < 0 || _image.Memory.Pointer(node.Address + (uint)offset) is not (var continuation and not 0))
            {
                continue;
            }

            found.Clear();
            linked.Clear();
            continuations.Decode(continuation, found);
            foreach (var address in found)
            {
                if (_nodes.FindInnermost(address) is { } consumer && consumer != node && linked.Add(consumer))
                {
                    AwaitNode.Link(node, consumer);
                }
            }
        }
    }

    private void LinkAwaited()
    {
        foreach (var node in _nodes.All)
        {
            var awaited = node.Method?.Awaited ?? PassedOn(node);
            if (awaited == 0)
            {
                continue;
            }

            if (Find(awaited) is { } producer)
            {
                if (!node.Producers.Contains(producer))
                {
                    AwaitNode.Link(producer, node);
                }
            }
            else if (node.Producers.Count == 0)
            {
                node.Leaf = awaited;
            }
        }
    }

    // Methods that the runtime suspends keep the context themselves, not what waits for them.
    private void AddAskedContexts()
    {
        foreach (var node in _nodes.All)
        {
            if (node.Method is SuspendedMethod suspended && AskedContexts.Of(_image, suspended) is var asked and not 0)
            {
                Contexts[node.Address] = asked;
            }
        }
    }

    /// <summary>The source behind ValueTask.AsTask(); 0 for other tasks.</summary>
    private ulong PassedOn(AwaitNode node) => _image.Fields.Reference(node.Address, PromiseEntries.SourceObject) is var source and not 0
        ? source
        : _image.Fields.Reference(node.Address, PromiseEntries.SourceOfObject);
}
