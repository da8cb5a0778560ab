namespace GuruReports.SnapshotReader.Runtime.Entries;

/// <summary>Where async methods go on: synchronization contexts and schedulers; and who runs the callbacks of a cancellation.</summary>
internal static class ContextEntries
{
    public static readonly RuntimeField OfThread = new(ThreadEntries.Thread, "_synchronizationContext", FieldShape.Reference, Features.Occupants);
    public static readonly RuntimeField OfTask = new(TaskEntries.Task, "m_taskScheduler", FieldShape.Reference, Features.Occupants);
    public static readonly RuntimeType ContextAwait = new("System.Threading.Tasks.SynchronizationContextAwaitTaskContinuation", Features.Occupants);
    public static readonly RuntimeField ContextOfAwait = new(ContextAwait, "m_syncContext", FieldShape.Reference, Features.Occupants);
    public static readonly RuntimeType SchedulerAwait = new("System.Threading.Tasks.TaskSchedulerAwaitTaskContinuation", Features.Occupants);
    public static readonly RuntimeField SchedulerOfAwait = new(SchedulerAwait, "m_scheduler", FieldShape.Reference, Features.Occupants);
    public static readonly RuntimeType PoolScheduler = new("System.Threading.Tasks.ThreadPoolTaskScheduler", Features.Occupants);
    public static readonly RuntimeType PoolContext = new("System.Threading.SynchronizationContext", Features.Occupants);
    public static readonly RuntimeType Registrations = new("System.Threading.CancellationTokenSource+Registrations", Features.Callbacks);
    public static readonly RuntimeField CallbackThread = new(Registrations, "ThreadIDExecutingCallbacks", FieldShape.Bits32, Features.Callbacks);

    public static IReadOnlyList<RuntimeEntry> All { get; } =
        [OfThread, OfTask, ContextAwait, ContextOfAwait, SchedulerAwait, SchedulerOfAwait, PoolScheduler, PoolContext, Registrations, CallbackThread];
}
