namespace GuruReports.SnapshotReader.Runtime.Entries;

/// <summary>The locks of the class library.</summary>
internal static class LockEntries
{
    public static readonly RuntimeType Lock = new("System.Threading.Lock", Features.Locks);
    public static readonly RuntimeField State = new(Lock, "_state", FieldShape.Bits32, Features.Locks);
    public static readonly RuntimeField OwnerId = new(Lock, "_owningThreadId", FieldShape.Bits32, Features.Locks);
    public static readonly RuntimeField Recursion = new(Lock, "_recursionCount", FieldShape.Bits32, Features.Locks);

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
        Lock, State, OwnerId, Recursion, ReaderWriter, Owners, WriterId, WriteWaiters, ReadWaiters, UpgradeWaiters, WriteUpgradeWaiters,
        Number, Lists, Count, CountLock, CountReaders, CountNext,
    ];
}
