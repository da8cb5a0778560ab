using GuruReports.Inspection.Snapshot.Model;
using GuruReports.SnapshotReader.Analysis.Memory;
using GuruReports.SnapshotReader.Analysis.Methods;
using GuruReports.SnapshotReader.Runtime.Entries;

namespace GuruReports.SnapshotReader.Analysis.Async;

/// <summary>
/// Makes the nodes: one for each pending task and box, and where several methods hang on one task, one for each of them. The
/// outermost stands for the task then, since its end is the task's.
/// </summary>
internal sealed class AwaitNodes
{
    private readonly Image _image;
    private readonly BoxReader _boxes;
    private readonly ContinuationReader _continuations;
    private readonly Dictionary<ulong, RunningChain> _running = [];
    private readonly Dictionary<ulong, AwaitNode> _byAddress = [];
    private readonly Dictionary<ulong, AwaitNode> _innermost = [];
    private readonly List<AwaitNode> _all = [];

    public AwaitNodes(Image image, CollectedObjects collected, IReadOnlyList<RunningChain> running)
    {
        _image = image;
        _boxes = new BoxReader(image);
        _continuations = new ContinuationReader(image);
        foreach (var chain in running)
        {
            _running.TryAdd(chain.Task, chain);
        }

        foreach (var (address, kind) in collected.Pending)
        {
            Add(address, kind);
        }

        foreach (var chain in running.Where(chain => chain.Next != 0 && (chain.Task == 0 || !_byAddress.ContainsKey(chain.Task))))
        {
            AddWithoutTask(chain);
        }
    }

    public IReadOnlyList<AwaitNode> All => _all;

    /// <summary>The node whose end is that of a task, or that an object leads to.</summary>
    public AwaitNode? Find(ulong address) => _byAddress.GetValueOrDefault(address);

    /// <summary>The node that goes on when a task is resumed.</summary>
    public AwaitNode? FindInnermost(ulong address) => _innermost.GetValueOrDefault(address) ?? Find(address);

    private void Add(ulong address, ObjectKind kind)
    {
        if ((kind.Roles & ObjectRoles.Box) != 0)
        {
            AddBox(address, kind);
        }
        else if (kind.Is(SuspendedEntries.Task))
        {
            AddSuspended(address, kind);
        }
        else
        {
            if (!TaskKinds.IsKnown(kind))
            {
                _image.Unknown.Add(UnknownSubject.PendingTask, kind.Name);
            }

            Keep(address, kind, null, address);
        }
    }

    private void AddBox(ulong address, ObjectKind kind)
    {
        if (_boxes.Read(address, kind) is { } method)
        {
            var node = Keep(address, kind, method, address);
            if (method.MachineObject != 0)
            {
                // Who awaits an async iterator holds the iterator itself, not its box.
                _byAddress[method.MachineObject] = node;
            }
        }
        else if (!_boxes.CanRead(kind))
        {
            _image.Unknown.Add(UnknownSubject.PendingTask, kind.Name);
        }
    }

    private void AddSuspended(ulong task, ObjectKind kind)
    {
        var running = _running.GetValueOrDefault(task);
        var chain = running is null ? _continuations.OfTask(task) : _continuations.From(running.Next);
        List<SuspendedMethod> methods = [.. Resumed(running), .. chain?.Methods ?? []];
        if (methods.Count == 0)
        {
            // Between two steps: its thread has taken the continuation off it, and does not say which method it runs.
            Keep(task, kind, null, task);
            return;
        }

        Chain(methods, task, kind);
        if (chain is { Head: not 0 })
        {
            _byAddress.TryAdd(chain.Head, _byAddress[task]);
            _innermost[chain.Head] = _innermost[task];
        }
    }

    /// <summary>Methods that a thread has still to resume, when it does not show for which task.</summary>
    private void AddWithoutTask(RunningChain running)
    {
        var methods = _continuations.From(running.Next).Methods;
        if (methods.Count > 0 && _image.Kinds.KindAt(methods[^1].Continuation) is { } kind)
        {
            Chain([.. Resumed(running), .. methods], methods[^1].Continuation, kind);
            _innermost[methods[^1].Continuation].RunningOn = running.Thread;
        }
    }

    private static IEnumerable<SuspendedMethod> Resumed(RunningChain? running) => running?.Frame is { Method: { } method } frame
        ? [new SuspendedMethod(0, method, frame.InstructionPointer, null, 0, 0)]
        : [];

    private void Chain(List<SuspendedMethod> methods, ulong task, ObjectKind kind)
    {
        AwaitNode? inner = null;
        for (var i = 0; i < methods.Count; i++)
        {
            if (methods[i].Method is null)
            {
                _image.Unknown.Add(UnknownSubject.Frame, "a method without a name");
            }

            var isOutermost = i == methods.Count - 1;
            var address = isOutermost ? task : methods[i].Continuation;
            var node = Keep(address, isOutermost ? kind : _image.Kinds.KindAt(address) ?? kind, methods[i], task);
            if (inner is null)
            {
                _innermost[task] = node;
            }
            else
            {
                AwaitNode.Link(inner, node);
            }

            inner = node;
        }
    }

    private AwaitNode Keep(ulong address, ObjectKind kind, PendingMethod? method, ulong task)
    {
        var node = new AwaitNode { Index = _all.Count, Address = address, Kind = kind, Method = method, Task = task };
        _all.Add(node);
        if (address != 0)
        {
            _byAddress[address] = node;
        }

        return node;
    }
}
