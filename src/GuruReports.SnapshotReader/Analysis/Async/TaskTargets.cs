using System.Globalization;
using GuruReports.Inspection.Snapshot.Model.Async;
using GuruReports.SnapshotReader.Analysis.Memory;
using GuruReports.SnapshotReader.KnownTypes;
using GuruReports.SnapshotReader.KnownTypes.Rows;
using GuruReports.SnapshotReader.Runtime.Entries;

namespace GuruReports.SnapshotReader.Analysis.Async;

/// <summary>Names what a task at the end of a chain stands for.</summary>
internal sealed class TaskTargets(
    Image image, CollectedObjects collected, IReadOnlySet<ulong> queued, IReadOnlyDictionary<ulong, int> running, TimeTexts times)
{
    private readonly Dictionary<ulong, ulong> _semaphoreOfNode = SemaphoreQueues.Map(image, collected.Semaphores);
    private readonly Dictionary<ulong, string> _semaphoreTexts = [];

    /// <summary>What the task is, and for whom it is pending.</summary>
    public AwaitTargetFound Find(ulong address, ObjectKind task, ulong waiter)
    {
        var name = task.Name;
        if (TaskState.IsEnded(image.Fields.Value<int>(address, TaskEntries.StateFlags) ?? 0))
        {
            return queued.Contains(waiter)
                ? AwaitTargetFound.Queued(name, waiter)
                : AwaitTargetFound.Plain(AwaitKind.Completed, "nothing: what it awaited has ended, it is about to go on", name, address, "");
        }

        if (_semaphoreOfNode.TryGetValue(address, out var semaphore))
        {
            return AwaitTargetFound.Plain(AwaitKind.Semaphore, "SemaphoreSlim.WaitAsync", SemaphoreEntries.Semaphore.Name, semaphore, SemaphoreText(semaphore));
        }

        if (task.Is(PromiseEntries.Delay))
        {
            var (text, due, lasts) = times.Due(image.Fields.Reference(address, PromiseEntries.DelayTimer));
            return new AwaitTargetFound(new AwaitTargetKey(AwaitKind.Delay, "Task.Delay", name), address, text, due) { Lasts = lasts };
        }

        if (task.Is(SuspendedEntries.Task))
        {
            return OfSuspended(address, name);
        }

        if (image.Fields.Reference(address, TaskEntries.Action) is var action and not 0)
        {
            return OfDelegate(address, action, name);
        }

        if (task.Exact == TaskEntries.Task || task.Exact == TaskEntries.TaskOf)
        {
            return collected.Sources.TryGetValue(address, out var source)
                ? OfSource(address, source, name)
                : AwaitTargetFound.Plain(AwaitKind.Unknown, "unknown: a promise whose TaskCompletionSource is not on the heap", name, address, "");
        }

        return OfPromise(address, task, name);
    }

    /// <summary>The task of methods that the runtime suspends, when it has none to show: they are being run.</summary>
    private AwaitTargetFound OfSuspended(ulong address, string name) => queued.Contains(address)
        ? AwaitTargetFound.Queued(name, address)
        : AwaitTargetFound.Plain(AwaitKind.Running, "an async method that is running", name, address, running.TryGetValue(address, out var thread) ? "on thread #" + Text(thread) : "");

    private string SemaphoreText(ulong semaphore)
    {
        if (!_semaphoreTexts.TryGetValue(semaphore, out var text))
        {
            _semaphoreTexts[semaphore] = text = SemaphoreQueues.Describe(image, semaphore);
        }

        return text;
    }

    private AwaitTargetFound OfDelegate(ulong address, ulong action, string name)
    {
        var target = image.Delegates.Find(action)?.Method ?? "unknown method";
        if (running.TryGetValue(address, out var thread))
        {
            return AwaitTargetFound.Plain(AwaitKind.DelegateTask, "a task that runs " + target, name, address, "running on thread #" + Text(thread));
        }

        var invoked = ((image.Fields.Value<int>(address, TaskEntries.StateFlags) ?? 0) & TaskState.DelegateInvoked) != 0;
        return invoked
            ? AwaitTargetFound.Plain(AwaitKind.DelegateTask, "a task that runs " + target, name, address, "running")
            : AwaitTargetFound.Plain(AwaitKind.DelegateTask, "a task that has not begun: " + target, name, address, queued.Contains(address) ? "queued on the thread pool" : "");
    }

    private AwaitTargetFound OfSource(ulong address, ulong source, string name) =>
        image.Kinds.KindAt(source) is { } kind && DataflowRows.Waits.TryGetValue(PlainNames.Of(kind.Name), out var known)
            ? AwaitTargetFound.Plain(known.Kind, known.Text, kind.Name, address, "")
            : AwaitTargetFound.Plain(AwaitKind.CompletionSource, "TaskCompletionSource", name, address, "");

    private static AwaitTargetFound OfPromise(ulong address, ObjectKind task, string name)
    {
        var (kind, text) = JoinNames.Find(task) switch
        {
            AsyncFrameKind.WhenAll => (AwaitKind.WhenAll, "Task.WhenAll"),
            AsyncFrameKind.WhenAny => (AwaitKind.WhenAny, "Task.WhenAny"),
            _ when task.Is(PromiseEntries.Cancellation) => (AwaitKind.Wait, "Task.WaitAsync"),
            _ => (AwaitKind.Unknown, "unknown: " + name),
        };
        return AwaitTargetFound.Plain(kind, text, name, address, "");
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
