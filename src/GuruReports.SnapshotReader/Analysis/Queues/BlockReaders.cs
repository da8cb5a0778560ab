using GuruReports.Inspection.Snapshot.Model.Queues;
using GuruReports.SnapshotReader.Analysis.Async;
using GuruReports.SnapshotReader.Analysis.Known;
using GuruReports.SnapshotReader.Analysis.Memory;
using GuruReports.SnapshotReader.Analysis.Threads;
using GuruReports.SnapshotReader.KnownTypes;
using GuruReports.SnapshotReader.KnownTypes.Rows;
using GuruReports.SnapshotReader.Runtime.Entries;

namespace GuruReports.SnapshotReader.Analysis.Queues;

/// <summary>
/// Who reads and who waits to write queues that hand on by themselves: the action of the block that a queue is a part of, where a call or
/// a thread is seen in it; the blocks that it is linked to; and those that receive or send, by the promises that they wait for.
/// </summary>
internal sealed class BlockReaders
{
    private const int MostLinks = 100;
    private const int MostOfState = 8;
    private readonly Image _image;
    private readonly KnownReader _known;
    private readonly IReadOnlyList<ThreadImage> _threads;
    private readonly Dictionary<ulong, AwaitNode> _nodes = [];
    private readonly Dictionary<ulong, (ulong Queue, KnownQueue Row)> _queues = [];
    private readonly Dictionary<ulong, (ulong Queue, KnownQueue Row)> _outputs = [];
    private readonly ILookup<ulong, AwaitNode> _senders;
    private readonly ILookup<ulong, AwaitNode> _actions;

    public BlockReaders(Image image, KnownReader known, CollectedObjects collected, IReadOnlyList<AwaitNode> nodes, IReadOnlyList<ThreadImage> threads, IEnumerable<(ulong Address, KnownQueue Row)> queues)
    {
        (_image, _known, _threads) = (image, known, threads);
        foreach (var (address, row) in queues.OrderBy(static queue => queue.Row.IsReadByOwner))
        {
            if (OwnerOf(address, row) is var owner and not 0)
            {
                _queues[owner] = (address, row);
                if (row.Links is not null)
                {
                    _outputs[owner] = (address, row);
                }
            }
        }

        var asked = _queues.Count == 0 ? [] : nodes;
        foreach (var node in asked)
        {
            _nodes[node.Task] = node;
        }

        _senders = collected.Sources.Where(source => _nodes.ContainsKey(source.Key) && _known.Is(source.Value, DataflowRows.Sender))
            .ToLookup(source => _known.Reference(source.Value, DataflowRows.SenderTarget), source => _nodes[source.Key]);
        _actions = asked.Where(static node => node.Method is null && node.Producers.Count > 0).Select(node => (Block: BlockOf(node), Node: node)).Where(static found => found.Block != 0)
            .ToLookup(static found => found.Block, static found => found.Node);
    }

    /// <summary>The queue with its readers and writers, where it is one that hands on by itself or is a part of a block.</summary>
    public LibraryQueue Describe(LibraryQueue queue, KnownQueue row, QueuePlaces places)
    {
        if (!row.IsReadByOwner && row.Links is null)
        {
            return queue;
        }

        var owner = OwnerOf(queue.Address, row);
        var writers = _senders[owner].Where(_ => row.IsReadByOwner || _queues.GetValueOrDefault(owner).Queue == queue.Address).ToList();
        var (readers, links) = row.IsReadByOwner ? (_actions[owner].SelectMany(static node => node.Producers).ToList(), Output(owner, queue, places)) : Links(queue.Address, row, places);
        List<int> threads = [.. readers.SelectMany(BlockedOn), .. row.IsReadByOwner ? Inside(queue.Address, row) : []];
        List<int> chains = [.. row.IsReadByOwner ? Groups(readers) : Groups(readers.SelectMany(static node => node.Consumers))];
        return queue with
        {
            ReaderChains = chains,
            ReaderThreads = [.. threads.Distinct().Order()],
            Links = links,
            ReadersIncomplete = row.IsReadByOwner && chains.Count + threads.Count + links.Count == 0 ? "the action of the block reads it, and no call or thread is seen in that" : null,
            WriterChains = [.. Groups(writers.SelectMany(static node => node.Consumers))],
            WriterThreads = [.. writers.SelectMany(BlockedOn).Distinct().Order()],
        };
    }

    private static IEnumerable<int> Groups(IEnumerable<AwaitNode> nodes) => nodes.Select(static node => node.Group?.Id).OfType<int>().Distinct().Order().Take(QueuesReader.MostIds);

    private static IEnumerable<int> BlockedOn(AwaitNode node) => node.BlockedThreads ?? [];

    // What a block has made of what it took in counts against its limit until somebody takes that.
    private List<QueueLink> Output(ulong owner, LibraryQueue queue, QueuePlaces places) =>
        _outputs.GetValueOrDefault(owner) is (var output, { } row) && _known.Sum(output, row.At(row.Length)) >= queue.Capacity
            ? [new QueueLink(places.Of([owner]) is [var name, ..] ? name : queue.TypeName, output, IsFull: true, HasCondition: false)]
            : [];

    private ulong OwnerOf(ulong address, KnownQueue row) => _known.Reference(address, row.At(row.Owner));

    // What goes on with a block's work when the action's task has ended has the block, or a pair with it, for its state.
    private ulong BlockOf(AwaitNode node)
    {
        var state = _image.Fields.Reference(node.Address, TaskEntries.StateObject);
        return state == 0 ? 0 : ObjectReach.From(_image, state).Take(MostOfState).Prepend(state).FirstOrDefault(_queues.ContainsKey);
    }

    private IEnumerable<int> Inside(ulong queue, KnownQueue row) => _threads
        .Where(thread => thread.Frames.Any(frame => PlainNames.Of(frame.Method.Type.Name ?? "") == row.TypeName) && ThreadReader.RootsOf(thread).Any(root => root.Object == queue))
        .Select(static thread => thread.ManagedId);

    private (List<AwaitNode> Receivers, List<QueueLink> Links) Links(ulong address, KnownQueue row, QueuePlaces places)
    {
        var (receivers, links) = (new List<AwaitNode>(), new List<QueueLink>());
        var link = _known.Reference(address, row.At(row.Links));
        for (var count = 0; link != 0 && count < MostLinks; count++)
        {
            var target = _known.Reference(link, DataflowRows.LinkTarget);
            var hasCondition = _known.Is(target, DataflowRows.Filter);
            target = hasCondition ? _known.Reference(target, DataflowRows.FilterTarget) : target;
            if (_image.Kinds.KindAt(target) is { } kind && (kind.Roles & ObjectRoles.TaskSource) != 0)
            {
                receivers.AddRange(_nodes.GetValueOrDefault(_image.Fields.Reference(target, kind.Is(TaskEntries.Source) ? TaskEntries.SourceTask : TaskEntries.SourceOfTask)) is { } node ? [node] : []);
            }
            else if (target != 0)
            {
                var (queue, into) = _queues.GetValueOrDefault(target);
                links.Add(new QueueLink(places.Of([target]) is [var name, ..] ? name : _image.Kinds.KindAt(target)?.Name ?? "?", queue, into is not null && QueuesReader.IsFull(_known, queue, into), hasCondition));
            }

            link = _known.Reference(link, DataflowRows.NextLink);
        }

        return (receivers, links);
    }
}
