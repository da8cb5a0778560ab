namespace GuruReports.SnapshotReader.Runtime.Entries;

/// <summary>Async methods that the runtime itself suspends, and who resumes them.</summary>
internal static class SuspendedEntries
{
    private const string Services = "System.Runtime.CompilerServices.";
    private const int First = 11;

    public static readonly RuntimeType Task = new(Services + "AsyncHelpers+RuntimeAsyncTask`1", Features.RuntimeAsync) { Since = First };
    public static readonly RuntimeMethod Run = new(Task, "DispatchContinuations", Features.RunTasks, Features.RunningAsync) { Since = First };
    public static readonly RuntimeMethod RunTraced = new(Task, "InstrumentedDispatchContinuations", Features.RunTasks, Features.RunningAsync) { Since = First };
    public static readonly RuntimeType Continuation = new(Services + "Continuation", Features.RuntimeAsync) { Since = First };
    public static readonly RuntimeField Next = new(Continuation, "Next", FieldShape.Reference, Features.RuntimeAsync) { Since = First };
    public static readonly RuntimeField Point = new(Continuation, "ResumeInfo", FieldShape.Native, Features.RuntimeAsync) { Since = First };
    public static readonly RuntimeField State = new(Continuation, "State", FieldShape.Bits32, Features.RuntimeAsync) { Since = First };
    public static readonly RuntimeField Flags = new(Continuation, "Flags", FieldShape.Struct, Features.Contexts) { Since = First };
    public static readonly RuntimeType PointType = new(Services + "ResumeInfo", Features.RuntimeAsync) { Since = First };
    public static readonly RuntimeOffset Resume = new(PointType, "Resume", 0, Features.RuntimeAsync) { Since = First };
    public static readonly RuntimeOffset DiagnosticAddress = new(PointType, "DiagnosticIP", 8, Features.RuntimeAsync) { Since = First };
    public static readonly RuntimeType TaskWait = new(Services + "RuntimeAsyncTaskContinuation", Features.RuntimeAsync) { Since = First };
    public static readonly RuntimeField AwaitedTask = new(TaskWait, "Task", FieldShape.Reference, Features.RuntimeAsync) { Since = First };
    public static readonly RuntimeField WaitingTask = new(TaskWait, "RuntimeAsyncTask", FieldShape.Reference, Features.RuntimeAsync) { Since = First };
    public static readonly RuntimeType SourceWait = new(Services + "AsyncHelpers+ValueTaskSourceContinuation", Features.RuntimeAsync) { Since = First };
    public static readonly RuntimeField AwaitedSource = new(SourceWait, "Source", FieldShape.Reference, Features.RuntimeAsync) { Since = First };
    public static readonly RuntimeType Dispatcher = new(Services + "AsyncDispatcherInfo", Features.RunningAsync) { Since = First };
    public static readonly RuntimeField Current = new(Dispatcher, "t_current", FieldShape.Native, Features.RunningAsync) { IsStatic = true, Since = First };
    public static readonly RuntimeOffset OuterDispatcher = new(Dispatcher, "Next", 0, Features.RunningAsync) { Since = First };
    public static readonly RuntimeOffset NextContinuation = new(Dispatcher, "NextContinuation", 8, Features.RunningAsync) { Since = First };
    public static readonly RuntimeType FlagsType = new(Services + "ContinuationFlags", Features.Contexts) { Since = First };
    public static readonly RuntimeConstant AsksForContext = new(FlagsType, "ContinueOnCapturedSynchronizationContext", 2, Features.Contexts) { Since = First };
    public static readonly RuntimeConstant AsksForScheduler = new(FlagsType, "ContinueOnCapturedTaskScheduler", 4, Features.Contexts) { Since = First };
    public static readonly RuntimeConstant AskedBit = new(FlagsType, "ContinuationContextIndexFirstBit", 6, Features.Contexts) { Since = First };
    public static readonly RuntimeConstant AskedBits = new(FlagsType, "ContinuationContextIndexNumBits", 2, Features.Contexts) { Since = First };
    public static readonly RuntimeConstant DataOffset = new(Continuation, "DataOffset", 24, Features.Contexts) { Since = First };

    /// <summary>Where the source code of a method hands over what it awaits.</summary>
    public static readonly RuntimeType Helpers = new(Services + "AsyncHelpers", Features.AwaitLines) { Since = First };
    public static readonly RuntimeMethod Await = new(Helpers, "Await", Features.AwaitLines) { Since = First };
    public static readonly RuntimeMethod AwaitAwaiter = new(Helpers, "AwaitAwaiter", Features.AwaitLines) { Since = First };
    public static readonly RuntimeMethod UnsafeAwaitAwaiter = new(Helpers, "UnsafeAwaitAwaiter", Features.AwaitLines) { Since = First };

    public static IReadOnlyList<RuntimeEntry> All { get; } =
    [
        Task, Run, RunTraced, Continuation, Next, Point, State, Flags, PointType, Resume, DiagnosticAddress, TaskWait, AwaitedTask, WaitingTask,
        SourceWait, AwaitedSource, Dispatcher, Current, OuterDispatcher, NextContinuation, FlagsType, AsksForContext, AsksForScheduler, AskedBit, AskedBits, DataOffset,
        Helpers, Await, AwaitAwaiter, UnsafeAwaitAwaiter,
    ];
}
