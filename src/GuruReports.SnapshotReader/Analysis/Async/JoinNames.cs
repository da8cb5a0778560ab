using GuruReports.Inspection.Snapshot.Model.Async;
using GuruReports.SnapshotReader.Analysis.Memory;
using GuruReports.SnapshotReader.Runtime;
using GuruReports.SnapshotReader.Runtime.Entries;

namespace GuruReports.SnapshotReader.Analysis.Async;

/// <summary>Recognises the tasks that the class library makes of other tasks.</summary>
internal static class JoinNames
{
    private static readonly Dictionary<RuntimeType, (AsyncFrameKind Kind, string Call)> s_known = new()
    {
        [PromiseEntries.WhenAll] = (AsyncFrameKind.WhenAll, "Task.WhenAll"),
        [PromiseEntries.WhenAllOf] = (AsyncFrameKind.WhenAll, "Task.WhenAll"),
        [PromiseEntries.WhenAllOld] = (AsyncFrameKind.WhenAll, "TaskFactory.ContinueWhenAll"),
        [PromiseEntries.WhenAllOldOf] = (AsyncFrameKind.WhenAll, "TaskFactory.ContinueWhenAll"),
        [PromiseEntries.WhenAnyOfTwo] = (AsyncFrameKind.WhenAny, "Task.WhenAny"),
        [PromiseEntries.WhenAny] = (AsyncFrameKind.WhenAny, "Task.WhenAny"),
        [PromiseEntries.Unwrap] = (AsyncFrameKind.Unwrap, "Task.Unwrap"),
        [PromiseEntries.ContinuationOfTask] = (AsyncFrameKind.Continuation, "Task.ContinueWith"),
        [PromiseEntries.ContinuationOfResult] = (AsyncFrameKind.Continuation, "Task.ContinueWith"),
        [PromiseEntries.ResultOfTask] = (AsyncFrameKind.Continuation, "Task.ContinueWith"),
        [PromiseEntries.ResultOfResult] = (AsyncFrameKind.Continuation, "Task.ContinueWith"),
        [PromiseEntries.Cancellation] = (AsyncFrameKind.Other, "Task.WaitAsync"),
        [PromiseEntries.Source] = (AsyncFrameKind.Other, "ValueTask.AsTask"),
        [PromiseEntries.SourceOf] = (AsyncFrameKind.Other, "ValueTask.AsTask"),
    };

    public static AsyncFrameKind Find(ObjectKind task) => task.Exact is { } type && s_known.TryGetValue(type, out var found) ? found.Kind : AsyncFrameKind.Other;

    /// <summary>A task that runs a delegate.</summary>
    public static string WithDelegate(AsyncFrameKind kind, string method) =>
        (kind == AsyncFrameKind.Continuation ? "Task.ContinueWith → " : "task of ") + method;

    /// <summary>The call that a person wrote to get such a task.</summary>
    public static string Readable(ObjectKind task) =>
        task.Exact is { } type && s_known.TryGetValue(type, out var found) ? found.Call : task.Exact?.Meaning ?? task.Name;
}
