using System.Globalization;
using GuruReports.Inspection.Snapshot.Model;
using GuruReports.SnapshotReader.Analysis.Memory;

namespace GuruReports.SnapshotReader.Analysis.Async;

/// <summary>Names what async methods wait for in the end.</summary>
internal sealed class AwaitTargets
{
    private readonly Image _image;
    private readonly HashSet<ulong> _sourceTasks;
    private readonly Dictionary<ulong, ulong> _semaphoreOfNode;
    private readonly IReadOnlySet<ulong> _queued;
    private readonly IReadOnlyDictionary<ulong, int> _running;
    private readonly TimeTexts _times;
    private readonly Dictionary<ulong, string> _semaphoreTexts = [];

    public AwaitTargets(Image image, CollectedObjects collected, IReadOnlySet<ulong> queued, IReadOnlyDictionary<ulong, int> running)
    {
        _image = image;
        _sourceTasks = collected.SourceTasks;
        _queued = queued;
        _running = running;
        _times = new TimeTexts(image);
        _semaphoreOfNode = SemaphoreQueues.Map(image, collected.Semaphores);
    }

    /// <summary>What a method or join without a pending task before it waits for.</summary>
    public AwaitTargetFound OfLeaf(AwaitNode node)
    {
        if (node.Leaf != 0)
        {
            return OfObject(node.Leaf, node.Address);
        }

        if (_running.TryGetValue(node.Address, out var thread))
        {
            return Plain(AwaitKind.Running, "nothing: it is running", null, node.Address, "on thread #" + Text(thread));
        }

        return _queued.Contains(node.Address)
            ? Plain(AwaitKind.Queued, "a worker of the thread pool: it is queued", null, node.Address, "")
            : Plain(AwaitKind.Unknown, "unknown: its awaiter refers to no object", null, 0, "");
    }

    /// <summary>What a stack waits for that ends at a pending task.</summary>
    public AwaitTargetFound OfTask(AwaitNode node) => OfObject(node.Address, node.Address);

    private AwaitTargetFound OfObject(ulong address, ulong waiter)
    {
        if (_image.Kinds.KindAt(address) is not { } kind)
        {
            return Plain(AwaitKind.Unknown, "unknown: its awaiter refers to no readable object", null, address, "");
        }

        var name = kind.Name;
        if ((kind.Roles & ObjectRoles.Task) != 0)
        {
            return OfTask(address, kind, name, waiter);
        }

        if (ChannelTargets.Find(name) is { } channel)
        {
            return Plain(channel.Kind, channel.Text, name, address, "");
        }

        if (name.StartsWith("System.Net.Sockets.Socket+", StringComparison.Ordinal))
        {
            return Plain(AwaitKind.Socket, "a socket", name, address, Sockets.Describe(_image, address));
        }

        if (name == "System.Threading.PeriodicTimer+State")
        {
            var period = _times.Period(_image.Fields.Reference(address, "_owner"));
            return Plain(AwaitKind.Timer, "PeriodicTimer" + period, name, address, "");
        }

        return _image.Members.Implements(kind.Type, "IValueTaskSource") || _image.Members.Implements(kind.Type, "IValueTaskSource`1")
            ? Plain(AwaitKind.ValueTaskSource, "IValueTaskSource " + name, name, address, "")
            : Plain(AwaitKind.Unknown, "unknown: " + name, name, address, "");
    }

    private AwaitTargetFound OfTask(ulong address, ObjectKind kind, string name, ulong waiter)
    {
        if (TaskState.IsEnded(_image.Fields.Value<int>(address, "m_stateFlags") ?? 0))
        {
            return _queued.Contains(waiter)
                ? Plain(AwaitKind.Queued, "a worker of the thread pool: it is queued", name, waiter, "")
                : Plain(AwaitKind.Completed, "nothing: what it awaited has ended, it is about to go on", name, address, "");
        }

        if (_semaphoreOfNode.TryGetValue(address, out var semaphore))
        {
            return Plain(AwaitKind.Semaphore, "SemaphoreSlim.WaitAsync", "System.Threading.SemaphoreSlim", semaphore, SemaphoreText(semaphore));
        }

        if (name.StartsWith("System.Threading.Tasks.Task+DelayPromise", StringComparison.Ordinal))
        {
            var (text, due) = _times.Due(_image.Fields.Reference(address, "_timer"));
            return new AwaitTargetFound(new AwaitTargetKey(AwaitKind.Delay, "Task.Delay", name), address, text, due);
        }

        if (_image.Fields.Reference(address, "m_action") is var action and not 0)
        {
            return OfDelegate(address, action, name);
        }

        if (name is "System.Threading.Tasks.Task" || name.StartsWith("System.Threading.Tasks.Task<", StringComparison.Ordinal))
        {
            return _sourceTasks.Contains(address)
                ? Plain(AwaitKind.CompletionSource, "TaskCompletionSource", name, address, "")
                : Plain(AwaitKind.Unknown, "unknown: a promise whose TaskCompletionSource is not on the heap", name, address, "");
        }

        return OfPromise(address, name);
    }

    private string SemaphoreText(ulong semaphore)
    {
        if (!_semaphoreTexts.TryGetValue(semaphore, out var text))
        {
            _semaphoreTexts[semaphore] = text = SemaphoreQueues.Describe(_image, semaphore);
        }

        return text;
    }

    private AwaitTargetFound OfDelegate(ulong address, ulong action, string name)
    {
        var target = _image.Delegates.Find(action)?.Method ?? "unknown method";
        if (_running.TryGetValue(address, out var thread))
        {
            return Plain(AwaitKind.DelegateTask, "a task that runs " + target, name, address, "running on thread #" + Text(thread));
        }

        var invoked = ((_image.Fields.Value<int>(address, "m_stateFlags") ?? 0) & TaskState.DelegateInvoked) != 0;
        return invoked
            ? Plain(AwaitKind.DelegateTask, "a task that runs " + target, name, address, "running")
            : Plain(AwaitKind.DelegateTask, "a task that has not begun: " + target, name, address, _queued.Contains(address) ? "queued on the thread pool" : "");
    }

    private static AwaitTargetFound OfPromise(ulong address, string name)
    {
        var (kind, text) = JoinNames.Find(name) switch
        {
            AsyncFrameKind.WhenAll => (AwaitKind.WhenAll, "Task.WhenAll"),
            AsyncFrameKind.WhenAny => (AwaitKind.WhenAny, "Task.WhenAny"),
            _ when name.StartsWith("System.Threading.Tasks.Task+CancellationPromise", StringComparison.Ordinal) => (AwaitKind.Wait, "Task.WaitAsync"),
            _ => (AwaitKind.Unknown, "unknown: " + name),
        };
        return Plain(kind, text, name, address, "");
    }

    private static AwaitTargetFound Plain(AwaitKind kind, string text, string? type, ulong address, string detail) =>
        new(new AwaitTargetKey(kind, text, type), address, detail);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
