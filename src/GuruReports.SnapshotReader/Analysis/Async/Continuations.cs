using GuruReports.Inspection.Snapshot.Model;
using GuruReports.SnapshotReader.Analysis.Memory;
using GuruReports.SnapshotReader.Memory;
using GuruReports.SnapshotReader.Runtime;
using GuruReports.SnapshotReader.Runtime.Entries;

namespace GuruReports.SnapshotReader.Analysis.Async;

/// <summary>Finds whom a task tells when it ends.</summary>
internal sealed class Continuations
{
    private const int Deepest = 6;

    // Where what stands between leads on: an Action to its target, an awaiting continuation to its action, ContinueWith to its task.
    private static readonly RuntimeField[] s_onward =
    [
        SuspendedEntries.WaitingTask, DelegateEntries.Target, ContinuationEntries.ContinueWithTask, ContinuationEntries.AwaitAction, ContinuationEntries.Wrapped, ContinuationEntries.WrappedTask,
    ];

    // What waits for a task without leading to another, beside the plain object that marks the end of a task.
    private static readonly HashSet<RuntimeType> s_ends =
    [
        DelegateEntries.Delegate, ContinuationEntries.ContinueWith, ContinuationEntries.Await, ContinuationEntries.Wrapper,
        ContinuationEntries.Waiter, ContinuationEntries.WaiterForSeveral, ContinuationEntries.WhenEach, SuspendedEntries.TaskWait,
    ];

    private readonly Image _image;

    public Continuations(Image image) => _image = image;

    /// <summary>The synchronization context or scheduler through which a box goes on, for those that asked for one.</summary>
    public Dictionary<ulong, ulong> Contexts { get; } = [];

    /// <summary>Adds the tasks and boxes that the continuation object of a task leads to.</summary>
    public void Decode(ulong continuation, List<ulong> result) => Decode(continuation, result, 0, 0);

    private void Decode(ulong continuation, List<ulong> result, int depth, ulong context)
    {
        if (depth == Deepest || _image.Kinds.KindAt(continuation) is not { } kind)
        {
            return;
        }

        if ((kind.Roles & (ObjectRoles.Task | ObjectRoles.Box)) != 0)
        {
            result.Add(continuation);
            if (context != 0)
            {
                Contexts[continuation] = context;
            }

            return;
        }

        if (kind.Is(ContinuationEntries.List))
        {
            DecodeList(continuation, result, depth, context);
            return;
        }

        foreach (var field in s_onward)
        {
            if (_image.Fields.Reference(continuation, field) is var next and not 0 && next != continuation)
            {
                Decode(next, result, depth + 1, ContextOf(continuation) is var own and not 0 ? own : context);
                return;
            }
        }

        // What a task itself holds; what a delegate leads to may be anything of anybody's.
        if (depth == 0 && !IsKnown(kind))
        {
            _image.Unknown.Add(UnknownSubject.Continuation, kind.Name);
        }
    }

    private static bool IsKnown(ObjectKind kind) => kind.Known.Any(s_ends.Contains) || kind.Type.BaseType is null;

    private void DecodeList(ulong list, List<ulong> result, int depth, ulong context)
    {
        var items = _image.Fields.Reference(list, ContinuationEntries.Items);
        var count = _image.Fields.Value<int>(list, ContinuationEntries.Size) ?? 0;
        var length = items == 0 ? 0 : _image.Memory.Int32(items + 8);
        for (var i = 0; i < Math.Min(count, length); i++)
        {
            Decode(_image.Memory.Pointer(items + 16 + ((uint)i * 8)), result, depth + 1, context);
        }
    }

    private ulong ContextOf(ulong continuation) =>
        _image.Fields.Reference(continuation, ContextEntries.ContextOfAwait) is var context and not 0 ? context : _image.Fields.Reference(continuation, ContextEntries.SchedulerOfAwait);
}
