using GuruReports.Inspection.Snapshot.Model.Async;
using GuruReports.Inspection.Snapshot.Model.Pool;
using GuruReports.Inspection.Vocabulary;
using GuruReports.SnapshotReader.Analysis.Memory;
using GuruReports.SnapshotReader.Analysis.Methods;
using GuruReports.SnapshotReader.Analysis.Symbols;
using GuruReports.SnapshotReader.Analysis.Threads;
using GuruReports.SnapshotReader.Runtime;
using GuruReports.SnapshotReader.Runtime.Entries;

namespace GuruReports.SnapshotReader.Analysis.Pool;

/// <summary>Describes the queues and workers of the thread pool.</summary>
internal sealed class PoolReader
{
    private static readonly RuntimeField[] s_targets =
    [
        TaskEntries.Action, ContinuationEntries.AwaitAction,
        PoolEntries.CallTarget, PoolEntries.CallOfTarget, PoolEntries.PlainCallTarget, PoolEntries.PlainCallOfTarget,
    ];

    private readonly Image _image;

    public PoolReader(Image image) => _image = image;

    public ThreadPoolSnapshot Read(IReadOnlyList<(WorkItemSource Queue, ulong Address)> items, IReadOnlyList<ThreadImage> threads, CollectedObjects collected)
    {
        var groups = items
            .GroupBy(item => (item.Queue, Type: _image.Kinds.KindAt(item.Address)?.Name ?? "?", Target: Target(item.Address)))
            .Select(static group => new WorkItemGroup
            {
                Queue = group.Key.Queue,
                TypeName = group.Key.Type,
                Target = group.Key.Target?.Method,
                File = group.Key.Target?.Place?.File,
                Line = group.Key.Target?.Place?.Line,
                Count = group.Count(),
            })
            .OrderByDescending(static group => group.Count).ThenBy(static group => group.Target, StringComparer.Ordinal)
            .ToList();
        var pool = collected.Parts(PoolEntries.Pool).FirstOrDefault();
        return new ThreadPoolSnapshot
        {
            GlobalCount = items.Count(static item => item.Queue == WorkItemSource.Global),
            LocalCount = items.Count(static item => item.Queue == WorkItemSource.Local),
            HighPriorityCount = items.Count(static item => item.Queue == WorkItemSource.HighPriority),
            Items = [.. groups.Take(_image.Request.MaximumGroups)],
            OmittedGroups = Math.Max(0, groups.Count - _image.Request.MaximumGroups),
            MinimumWorkers = _image.Fields.Value<short>(pool, PoolEntries.Minimum),
            MaximumWorkers = _image.Fields.Value<short>(pool, PoolEntries.Maximum),
            Workers = threads.Count(IsWorker),
            WorkerGroups = PoolWorkers.Group(_image, [.. threads.Where(IsWorker)]),
        };
    }

    /// <summary>The pool flag alone also marks the gate thread.</summary>
    private bool IsWorker(ThreadImage thread) => thread.IsPoolThread
        && (thread.Frames.Count == 0 || thread.Frames.Any(frame => _image.Known.TypeOf(frame.Method.Type) == PoolEntries.Worker));

    private DelegateTarget? Target(ulong item)
    {
        if (_image.Kinds.KindAt(item) is not { } kind)
        {
            return null;
        }

        if ((kind.Roles & ObjectRoles.Box) != 0)
        {
            var method = new BoxReader(_image).Read(item, kind);
            var frame = method is null ? null : _image.Symbols.StateMachine(method.Shape.Type, method.State, AsyncFrameKind.Method);
            return frame is null ? null : Async(frame);
        }

        if (kind.Is(SuspendedEntries.Task) || kind.Is(SuspendedEntries.TaskWait))
        {
            return Suspended(kind.Is(SuspendedEntries.Task) ? item : _image.Fields.Reference(item, SuspendedEntries.WaitingTask));
        }

        foreach (var field in s_targets)
        {
            if (_image.Delegates.Find(_image.Fields.Reference(item, field)) is { } target)
            {
                return target;
            }
        }

        return Execute(kind);
    }

    private DelegateTarget? Suspended(ulong task) => new ContinuationReader(_image).OfTask(task)?.Methods is [{ Method: { } method } first, ..]
        ? Async(_image.Symbols.Suspended(method, new SuspensionPoints(_image).OffsetOf(first), first.State ?? 0))
        : null;

    private static DelegateTarget Async(AsyncFrame frame) =>
        new("async " + frame.Method, frame.Line is null ? null : new SourcePlace(frame.File!, frame.Line.Value), frame.Owner);

    /// <summary>A work item of another type runs its own Execute method.</summary>
    private DelegateTarget? Execute(ObjectKind kind)
    {
        var execute = PoolEntries.Execute.Method;
        foreach (var name in (ReadOnlySpan<string>)[execute, $"{PoolEntries.ItemContract.FullName}.{execute}"])
        {
            if (_image.Members.Method(kind.Type, name) is { } found)
            {
                return new DelegateTarget(ImageNames.OfMethod(kind.Name, execute) + "()", found.Place, _image.Symbols.Owner(kind.Type));
            }
        }

        return null;
    }
}
