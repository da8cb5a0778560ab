namespace GuruReports.SnapshotReader.Runtime.Entries;

/// <summary>Tasks that the class library makes.</summary>
internal static class PromiseEntries
{
    public static readonly RuntimeType Delay = new("System.Threading.Tasks.Task+DelayPromise", Features.Promises);
    public static readonly RuntimeType CancellableDelay = new("System.Threading.Tasks.Task+DelayPromiseWithCancellation", Features.Promises);
    public static readonly RuntimeField DelayTimer = new(Delay, "_timer", FieldShape.Reference, Features.DueTimes);
    public static readonly RuntimeType Cancellation = new("System.Threading.Tasks.Task+CancellationPromise`1", Features.Promises);
    public static readonly RuntimeType WhenAll = new("System.Threading.Tasks.Task+WhenAllPromise", Features.Promises);
    public static readonly RuntimeType WhenAllOf = new("System.Threading.Tasks.Task+WhenAllPromise`1", Features.Promises);
    public static readonly RuntimeType WhenAnyOfTwo = new("System.Threading.Tasks.Task+TwoTaskWhenAnyPromise`1", Features.Promises);
    public static readonly RuntimeType WhenAny = new("System.Threading.Tasks.TaskFactory+CompleteOnInvokePromise`1", Features.Promises);
    public static readonly RuntimeType WhenAllOld = new("System.Threading.Tasks.TaskFactory+CompleteOnCountdownPromise", Features.Promises) { Meaning = "TaskFactory.ContinueWhenAll" };
    public static readonly RuntimeType WhenAllOldOf = new("System.Threading.Tasks.TaskFactory+CompleteOnCountdownPromise`1", Features.Promises) { Meaning = "TaskFactory.ContinueWhenAll" };
    public static readonly RuntimeType Unwrap = new("System.Threading.Tasks.UnwrapPromise`1", Features.Promises);
    public static readonly RuntimeType ContinuationOfTask = new("System.Threading.Tasks.ContinuationTaskFromTask", Features.Promises);
    public static readonly RuntimeType ContinuationOfResult = new("System.Threading.Tasks.ContinuationTaskFromResultTask`1", Features.Promises);
    public static readonly RuntimeType ResultOfTask = new("System.Threading.Tasks.ContinuationResultTaskFromTask`1", Features.Promises);
    public static readonly RuntimeType ResultOfResult = new("System.Threading.Tasks.ContinuationResultTaskFromResultTask`2", Features.Promises);
    public static readonly RuntimeType Source = new("System.Threading.Tasks.ValueTask+ValueTaskSourceAsTask", Features.Promises);
    public static readonly RuntimeField SourceObject = new(Source, "_source", FieldShape.Reference, Features.Promises);
    public static readonly RuntimeType SourceOf = new("System.Threading.Tasks.ValueTask`1+ValueTaskSourceAsTask", Features.Promises);
    public static readonly RuntimeField SourceOfObject = new(SourceOf, "_source", FieldShape.Reference, Features.Promises);
    public static readonly RuntimeType FromAsync = new("System.Threading.Tasks.TaskFactory`1+FromAsyncTrimPromise`1", Features.Promises) { Meaning = "TaskFactory.FromAsync" };
    public static readonly RuntimeType StreamCall = new("System.IO.Stream+ReadWriteTask", Features.Promises) { Meaning = "a read or write of a Stream" };
    public static readonly RuntimeType SchedulerEnd = new("System.Threading.Tasks.ConcurrentExclusiveSchedulerPair+CompletionState", Features.Promises) { Meaning = "the end of a ConcurrentExclusiveSchedulerPair" };

    public static IReadOnlyList<RuntimeEntry> All { get; } =
    [
        Delay, CancellableDelay, DelayTimer, Cancellation, WhenAll, WhenAllOf, WhenAnyOfTwo, WhenAny, WhenAllOld, WhenAllOldOf, Unwrap,
        ContinuationOfTask, ContinuationOfResult, ResultOfTask, ResultOfResult, Source, SourceObject, SourceOf, SourceOfObject, FromAsync, StreamCall, SchedulerEnd,
    ];
}
