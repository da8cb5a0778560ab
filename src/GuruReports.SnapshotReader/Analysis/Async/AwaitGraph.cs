using GuruReports.SnapshotReader.Analysis.Memory;
using GuruReports.SnapshotReader.Runtime.Entries;

namespace GuruReports.SnapshotReader.Analysis.Async;

/// <summary>Links what the walk collected: by continuations, and by the awaiters that suspended methods hold.</summary>
internal sealed class AwaitGraph
{
    private readonly Dictionary<ulong, AwaitNode> _byAddress = [];
    private readonly Image _image;
    private readonly List<AwaitNode> _nodes = [];

    public AwaitGraph(Image image, CollectedObjects collected)
    {
        _image = image;
        var boxes = new BoxReader(image);
        foreach (var (address, kind) in collected.Pending)
        {
            Add(address, kind, boxes);
        }

        LinkContinuations();
        LinkAwaited();
    }

    public IReadOnlyList<AwaitNode> Nodes => _nodes;

    /// <summary>The synchronization context or scheduler through which a box goes on, for those that asked for one.</summary>
    public IReadOnlyDictionary<ulong, ulong> Contexts { get; private set; } = new Dictionary<ulong, ulong>();

    public AwaitNode? Find(ulong address) => _byAddress.GetValueOrDefault(address);

    private void Add(ulong address, ObjectKind kind, BoxReader boxes)
    {
        var method = (kind.Roles & ObjectRoles.Box) != 0 ? boxes.Read(address, kind) : null;
        if (method is null && (kind.Roles & ObjectRoles.Box) != 0)
        {
            return;
        }

        var node = new AwaitNode { Index = _nodes.Count, Address = address, Kind = kind, Method = method };
        _nodes.Add(node);
        _byAddress[address] = node;
        if (method is { MachineObject: not 0 })
        {
            // Who awaits an async iterator holds the iterator itself, not its box.
            _byAddress[method.MachineObject] = node;
        }
    }

    private void LinkContinuations()
    {
        var continuations = new Continuations(_image);
        Contexts = continuations.Contexts;
        var found = new List<ulong>();
        var linked = new HashSet<AwaitNode>();
        foreach (var node in _nodes)
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
                if (Find(address) is { } consumer && consumer != node && linked.Add(consumer))
                {
                    Link(node, consumer);
                }
            }
        }
    }

    private void LinkAwaited()
    {
        foreach (var node in _nodes)
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
                    Link(producer, node);
                }
            }
            else if (node.Producers.Count == 0)
            {
                node.Leaf = awaited;
            }
        }
    }

    /// <summary>The source behind ValueTask.AsTask(); 0 for other tasks.</summary>
    private ulong PassedOn(AwaitNode node) => _image.Fields.Reference(node.Address, PromiseEntries.SourceObject) is var source and not 0
        ? source
        : _image.Fields.Reference(node.Address, PromiseEntries.SourceOfObject);

    private static void Link(AwaitNode producer, AwaitNode consumer)
    {
        consumer.Producers.Add(producer);
        producer.Consumers.Add(consumer);
    }
}
