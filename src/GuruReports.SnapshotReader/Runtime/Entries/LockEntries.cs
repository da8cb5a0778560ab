namespace GuruReports.SnapshotReader.Runtime.Entries;

/// <summary>The locks of the class library.</summary>
internal static class LockEntries
{
    public static readonly RuntimeType Lock = new("System.Threading.Lock", Features.Locks);
    public static readonly RuntimeField State = new(Lock, "_state", FieldShape.Bits32, Features.Locks);
    public static readonly RuntimeField OwnerId = new(Lock, "_owningThreadId", FieldShape.Bits32, Features.Locks);
    public static readonly RuntimeField Recursion = new(Lock, "_recursionCount", FieldShape.Bits32, Features.Locks);

    // From .NET 11 on monitors are managed: the sync block of an object refers to a Lock, and Monitor.Wait to its Condition.
    public static readonly RuntimeLayout MonitorLock = new("SyncBlock", "Lock", Features.Monitors) { Since = 11 };
    public static readonly RuntimeLayout EntryBlock = new("SyncTableEntry", "SyncBlock", Features.Monitors) { Since = 11 };
    public static readonly RuntimeLayout EntryObject = new("SyncTableEntry", "Object", Features.Monitors) { Since = 11 };
    public static readonly RuntimeLayout EntrySize = new("SyncTableEntry", "!", Features.Monitors) { Since = 11 };
    public static readonly RuntimeGlobal SyncTable = new("SyncTableEntries", Features.Monitors) { Since = 11 };
    public static readonly RuntimeType Condition = new("System.Threading.Condition", Features.MonitorWaits) { Since = 11 };
    public static readonly RuntimeField ConditionLock = new(Condition, "_lock", FieldShape.Reference, Features.MonitorWaits) { Since = 11 };

    public static readonly RuntimeType ReaderWriter = new("System.Threading.ReaderWriterLockSlim", Features.ReaderWriterLocks);
    public static readonly RuntimeField Owners = new(ReaderWriter, "_owners", FieldShape.Bits32, Features.ReaderWriterLocks);
    public static readonly RuntimeField WriterId = new(ReaderWriter, "_writeLockOwnerId", FieldShape.Bits32, Features.ReaderWriterLocks);
    public static readonly RuntimeField WriteWaiters = new(ReaderWriter, "_numWriteWaiters", FieldShape.Bits32, Features.ReaderWriterLocks);
    public static readonly RuntimeField ReadWaiters = new(ReaderWriter, "_numReadWaiters", FieldShape.Bits32, Features.ReaderWriterLocks);
    public static readonly RuntimeField UpgradeWaiters = new(ReaderWriter, "_numUpgradeWaiters", FieldShape.Bits32, Features.ReaderWriterLocks);
    public static readonly RuntimeField WriteUpgradeWaiters = new(ReaderWriter, "_numWriteUpgradeWaiters", FieldShape.Bits32, Features.ReaderWriterLocks);
    public static readonly RuntimeField Number = new(ReaderWriter, "_lockID", FieldShape.Bits64, Features.ReaderLists);
    public static readonly RuntimeField Lists = new(ReaderWriter, "t_rwc", FieldShape.Reference, Features.ReaderLists) { IsStatic = true };
    public static readonly RuntimeType Count = new("System.Threading.ReaderWriterCount", Features.ReaderLists);
    public static readonly RuntimeField CountLock = new(Count, "lockID", FieldShape.Bits64, Features.ReaderLists);
    public static readonly RuntimeField CountReaders = new(Count, "readercount", FieldShape.Bits32, Features.ReaderLists);
    public static readonly RuntimeField CountNext = new(Count, "next", FieldShape.Reference, Features.ReaderLists);

    public static IReadOnlyList<RuntimeEntry> All { get; } =
    [
        Lock, State, OwnerId, Recursion, MonitorLock, EntryBlock, EntryObject, EntrySize, SyncTable, Condition, ConditionLock, ReaderWriter, Owners, WriterId, WriteWaiters, ReadWaiters, UpgradeWaiters, WriteUpgradeWaiters,
        Number, Lists, Count, CountLock, CountReaders, CountNext,
    ];
}
