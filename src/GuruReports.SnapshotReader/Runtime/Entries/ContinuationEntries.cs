namespace GuruReports.SnapshotReader.Runtime.Entries;

/// <summary>What stands between a task and whoever waits for it.</summary>
internal static class ContinuationEntries
{
    public static readonly RuntimeType List = new("System.Collections.Generic.List`1", Features.Continuations, Features.DynamicCalls);
    public static readonly RuntimeField Items = new(List, "_items", FieldShape.Reference, Features.Continuations, Features.DynamicCalls);
    public static readonly RuntimeField Size = new(List, "_size", FieldShape.Bits32, Features.Continuations, Features.DynamicCalls);
    public static readonly RuntimeType ContinueWith = new("System.Threading.Tasks.ContinueWithTaskContinuation", Features.Continuations);
    public static readonly RuntimeField ContinueWithTask = new(ContinueWith, "m_task", FieldShape.Reference, Features.Continuations);
    public static readonly RuntimeType Await = new("System.Threading.Tasks.AwaitTaskContinuation", Features.Continuations);
    public static readonly RuntimeField AwaitAction = new(Await, "m_action", FieldShape.Reference, Features.Continuations);
    public static readonly RuntimeType Wrapper = new("System.Runtime.CompilerServices.AsyncMethodBuilderCore+ContinuationWrapper", Features.Continuations);
    public static readonly RuntimeField Wrapped = new(Wrapper, "_continuation", FieldShape.Reference, Features.Continuations);
    public static readonly RuntimeField WrappedTask = new(Wrapper, "_innerTask", FieldShape.Reference, Features.Continuations);
    public static readonly RuntimeType Waiter = new("System.Threading.Tasks.Task+SetOnInvokeMres", Features.Continuations) { Meaning = "a blocked thread" };
    public static readonly RuntimeType WaiterForSeveral = new("System.Threading.Tasks.Task+SetOnCountdownMres", Features.Continuations) { Meaning = "a blocked thread" };
    public static readonly RuntimeType WhenEach = new("System.Threading.Tasks.Task+WhenEachState", Features.Continuations) { Meaning = "Task.WhenEach" };

    public static IReadOnlyList<RuntimeEntry> All { get; } =
        [List, Items, Size, ContinueWith, ContinueWithTask, Await, AwaitAction, Wrapper, Wrapped, WrappedTask, Waiter, WaiterForSeveral, WhenEach];
}
