using GuruReports.Inspection.Snapshot.Model.Async;

namespace GuruReports.SnapshotReader.Analysis.Async;

/// <summary>Recognises the tasks that the class library makes of other tasks.</summary>
internal static class JoinNames
{
    private static readonly (string Part, AsyncFrameKind Kind)[] s_known =
    [
        ("+WhenAllPromise", AsyncFrameKind.WhenAll),
        ("WhenAnyPromise", AsyncFrameKind.WhenAny),
        ("CompleteOnInvokePromise", AsyncFrameKind.WhenAny),
        ("UnwrapPromise", AsyncFrameKind.Unwrap),
        ("System.Threading.Tasks.Continuation", AsyncFrameKind.Continuation),
    ];

    public static AsyncFrameKind Find(string typeName)
    {
        foreach (var (part, kind) in s_known)
        {
            if (typeName.Contains(part, StringComparison.Ordinal))
            {
                return kind;
            }
        }

        return AsyncFrameKind.Other;
    }

    /// <summary>A task that runs a delegate.</summary>
    public static string WithDelegate(AsyncFrameKind kind, string method) =>
        (kind == AsyncFrameKind.Continuation ? "Task.ContinueWith → " : "task of ") + method;

    /// <summary>The call that a person wrote to get such a task.</summary>
    public static string Readable(string typeName, AsyncFrameKind kind) => kind switch
    {
        AsyncFrameKind.WhenAll => "Task.WhenAll",
        AsyncFrameKind.WhenAny => "Task.WhenAny",
        AsyncFrameKind.Unwrap => "Task.Unwrap",
        AsyncFrameKind.Continuation => "Task.ContinueWith",
        _ when typeName.Contains("CancellationPromise", StringComparison.Ordinal) => "Task.WaitAsync",
        _ when typeName.Contains("ValueTaskSourceAsTask", StringComparison.Ordinal) => "ValueTask.AsTask",
        _ => typeName,
    };
}
