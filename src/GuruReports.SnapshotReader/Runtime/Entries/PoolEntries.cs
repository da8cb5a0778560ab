namespace GuruReports.SnapshotReader.Runtime.Entries;

/// <summary>The thread pool and its queues.</summary>
internal static class PoolEntries
{
    public static readonly RuntimeType Queues = new("System.Threading.ThreadPoolWorkQueue", Features.Queues);
    public static readonly RuntimeField HighPriority = new(Queues, "highPriorityWorkItems", FieldShape.Reference, Features.Queues);
    public static readonly RuntimeField Global = new(Queues, "workItems", FieldShape.Reference, Features.Queues);
    public static readonly RuntimeField LowPriority = new(Queues, "lowPriorityWorkItems", FieldShape.Reference, Features.Queues);
    public static readonly RuntimeField Assignable = new(Queues, "_assignableWorkItemQueues", FieldShape.Reference, Features.Queues);
    public static readonly RuntimeType Local = new("System.Threading.ThreadPoolWorkQueue+WorkStealingQueue", Features.LocalQueues);
    public static readonly RuntimeField LocalItems = new(Local, "m_array", FieldShape.Reference, Features.LocalQueues);
    public static readonly RuntimeField LocalHead = new(Local, "m_headIndex", FieldShape.Bits32, Features.LocalQueues);
    public static readonly RuntimeField LocalTail = new(Local, "m_tailIndex", FieldShape.Bits32, Features.LocalQueues);
    public static readonly RuntimeField LocalMask = new(Local, "m_mask", FieldShape.Bits32, Features.LocalQueues);
    public static readonly RuntimeType Pool = new("System.Threading.PortableThreadPool", Features.PoolLimits);
    public static readonly RuntimeField Minimum = new(Pool, "_minThreads", FieldShape.Bits16, Features.PoolLimits);
    public static readonly RuntimeField Maximum = new(Pool, "_maxThreads", FieldShape.Bits16, Features.PoolLimits);
    public static readonly RuntimeType Worker = new("System.Threading.PortableThreadPool+WorkerThread", Features.Workers);
    public static readonly RuntimeType IdleWorkers = new("System.Threading.LowLevelLifoSemaphore", Features.Workers);
    public static readonly RuntimeType Call = new("System.Threading.QueueUserWorkItemCallback", Features.WorkItems);
    public static readonly RuntimeField CallTarget = new(Call, "_callback", FieldShape.Reference, Features.WorkItems);
    public static readonly RuntimeType CallOf = new("System.Threading.QueueUserWorkItemCallback`1", Features.WorkItems);
    public static readonly RuntimeField CallOfTarget = new(CallOf, "_callback", FieldShape.Reference, Features.WorkItems);
    public static readonly RuntimeType PlainCall = new("System.Threading.QueueUserWorkItemCallbackDefaultContext", Features.WorkItems);
    public static readonly RuntimeField PlainCallTarget = new(PlainCall, "_callback", FieldShape.Reference, Features.WorkItems);
    public static readonly RuntimeType PlainCallOf = new("System.Threading.QueueUserWorkItemCallbackDefaultContext`1", Features.WorkItems);
    public static readonly RuntimeField PlainCallOfTarget = new(PlainCallOf, "_callback", FieldShape.Reference, Features.WorkItems);
    public static readonly RuntimeType ItemContract = new("System.Threading.IThreadPoolWorkItem", Features.WorkItems);
    public static readonly RuntimeMethod Execute = new(ItemContract, "Execute", Features.WorkItems);

    public static IReadOnlyList<RuntimeEntry> All { get; } =
    [
        Queues, HighPriority, Global, LowPriority, Assignable, Local, LocalItems, LocalHead, LocalTail, LocalMask, Pool, Minimum, Maximum, Worker, IdleWorkers,
        Call, CallTarget, CallOf, CallOfTarget, PlainCall, PlainCallTarget, PlainCallOf, PlainCallOfTarget, ItemContract, Execute,
    ];
}
