using GuruReports.SnapshotReader.Analysis.Async;
using GuruReports.SnapshotReader.Analysis.Memory;
using GuruReports.SnapshotReader.Analysis.Threads;
using GuruReports.SnapshotReader.Runtime.Entries;

namespace GuruReports.SnapshotReader.Analysis.Locks;

/// <summary>
/// Synchronization contexts and schedulers whose thread is blocked, and the async methods that can go on only there: those
/// that asked for it when they were suspended, and those that lie in its queue since what they awaited has ended.
/// </summary>
internal sealed class OccupiedContexts
{
    private readonly Image _image;
    private readonly AwaitGraph _graph;
    private readonly Dictionary<ulong, ThreadImage> _occupants = [];
    private Dictionary<ulong, ulong>? _queued;

    public OccupiedContexts(Image image, IReadOnlyList<ThreadImage> threads, AwaitGraph graph)
    {
        _image = image;
        _graph = graph;
        foreach (var thread in threads)
        {
            if (thread.Site is null || thread.WaitsFor == 0)
            {
                continue;
            }

            Occupy(image.Fields.Reference(thread.Object, ContextEntries.OfThread), thread);
            foreach (var task in thread.Runs)
            {
                Occupy(image.Fields.Reference(task, ContextEntries.OfTask), thread);
            }
        }
    }

    /// <summary>The context that an async method needs to go on and the blocked thread that occupies it; null when it needs none such.</summary>
    public (ulong Context, ThreadImage Thread)? Find(AwaitNode node)
    {
        if (_occupants.Count == 0 || node.Method is null)
        {
            return null;
        }

        if (_graph.Contexts.TryGetValue(node.Address, out var asked))
        {
            return _occupants.TryGetValue(asked, out var thread) ? (asked, thread) : null;
        }

        return WaitsForItsTurn(node) && (_queued ??= Queued()).TryGetValue(node.Address, out var context) ? (context, _occupants[context]) : null;
    }

    // What it awaited has ended, so that nothing else holds it up.
    private bool WaitsForItsTurn(AwaitNode node) =>
        node.Producers.Count == 0 && node.Leaf != 0
        && _image.Kinds.KindAt(node.Leaf) is { } kind && (kind.Roles & ObjectRoles.Task) != 0
        && TaskState.IsEnded(_image.Fields.Value<int>(node.Leaf, TaskEntries.StateFlags) ?? 0);

    private void Occupy(ulong context, ThreadImage thread)
    {
        // The pool's own hand everything to its workers: nobody occupies them.
        if (context != 0 && _image.Kinds.KindAt(context) is { } kind && kind.Exact != ContextEntries.PoolContext && kind.Exact != ContextEntries.PoolScheduler)
        {
            _occupants.TryAdd(context, thread);
        }
    }

    // A context's queue is its own affair: whatever it is made of, what lies in it can be reached from the context.
    private Dictionary<ulong, ulong> Queued()
    {
        var result = new Dictionary<ulong, ulong>();
        foreach (var context in _occupants.Keys)
        {
            foreach (var reached in ObjectReach.From(_image, context))
            {
                if (_graph.Find(reached) is not null)
                {
                    result.TryAdd(reached, context);
                }
            }
        }

        return result;
    }
}
