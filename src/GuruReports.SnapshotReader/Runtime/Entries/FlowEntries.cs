namespace GuruReports.SnapshotReader.Runtime.Entries;

/// <summary>The execution contexts that flow with work from thread to thread. Those of async methods lie in the state of their task.</summary>
internal static class FlowEntries
{
    public static readonly RuntimeType Context = new("System.Threading.ExecutionContext", Features.Flow);
    public static readonly RuntimeField Values = new(Context, "m_localValues", FieldShape.Reference, Features.Flow);
    public static readonly RuntimeField OfThread = new(ThreadEntries.Thread, "_executionContext", FieldShape.Reference, Features.Flow);
    public static readonly RuntimeField OfTask = new(FaultEntries.Properties, "m_capturedContext", FieldShape.Reference, Features.Flow);
    public static readonly RuntimeType PooledBox = new("System.Runtime.CompilerServices.PoolingAsyncValueTaskMethodBuilder`1+StateMachineBox", Features.Flow);
    public static readonly RuntimeField OfPooledBox = new(PooledBox, "Context", FieldShape.Reference, Features.Flow);
    public static readonly RuntimeConstant ContextBit = new(SuspendedEntries.FlagsType, "ExecutionContextIndexFirstBit", 4, Features.Flow) { Since = 11 };
    public static readonly RuntimeConstant ContextBits = new(SuspendedEntries.FlagsType, "ExecutionContextIndexNumBits", 2, Features.Flow) { Since = 11 };
    public static readonly RuntimeMethod TimerCall = new(TimerEntries.Entry, "CallCallback", Features.TimerRuns);
    public static readonly RuntimeMethod TimerFire = new(TimerEntries.Entry, "Fire", Features.TimerRuns);
    public static readonly RuntimeType MethodObject = new("System.Reflection.RuntimeMethodInfo", Features.Handlers, Features.DynamicCalls);
    public static readonly RuntimeField MethodHandle = new(MethodObject, "m_handle", FieldShape.Native, Features.Handlers, Features.DynamicCalls);

    public static IReadOnlyList<RuntimeEntry> All { get; } =
        [Context, Values, OfThread, OfTask, PooledBox, OfPooledBox, ContextBit, ContextBits, TimerCall, TimerFire, MethodObject, MethodHandle];
}
