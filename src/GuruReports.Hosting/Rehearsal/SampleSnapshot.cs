using GuruReports.Inspection.Snapshot.Model;
using GuruReports.Inspection.Snapshot.Model.Async;
using GuruReports.Inspection.Snapshot.Model.Calls;
using GuruReports.Inspection.Snapshot.Model.Heap;
using GuruReports.Inspection.Snapshot.Model.Pool;
using GuruReports.Inspection.Snapshot.Model.Queues;
using GuruReports.Inspection.Snapshot.Model.Threads;
using GuruReports.Inspection.Vocabulary;

namespace GuruReports.Hosting.Rehearsal;

/// <summary>A snapshot of no process, with one of everything that a report tells.</summary>
internal static class SampleSnapshot
{
    private const ulong Address = 0x7f00_0000_1000;

    private static readonly SnapshotFrame s_frame = new() { Method = "Sample.Store.Load(Int32 id)", File = "/src/Store.cs", Line = 12, Owner = CodeOwner.Service };

    private static readonly AsyncFrame s_asyncFrame = new() { Kind = AsyncFrameKind.Method, Method = "Sample.Store.LoadAsync(Int32 id)", File = "/src/Store.cs", Line = 14, State = 0, Owner = CodeOwner.Service };

    private static readonly LockReference s_reference = new() { Kind = LockKind.Monitor, Address = Address, TypeName = "Sample.Gate" };

    private static readonly AwaitTarget s_target = new()
    {
        Kind = AwaitKind.CompletionSource, Text = "a TaskCompletionSource", TypeName = "System.Int32", Details = [new AwaitDetail { Address = Address, Text = "one", Count = 1 }], DistinctDetails = 1,
    };

    /// <summary>Gets its threads, of which two wait for each other.</summary>
    public static IReadOnlyList<SnapshotThread> Threads { get; } =
    [
        Thread(1, new ThreadWait { Kind = WaitKind.Monitor, Address = Address, TypeName = "Sample.Gate", OwnerManagedId = 2 }),
        Thread(2, new ThreadWait { Kind = WaitKind.Monitor, Address = Address + 64, TypeName = "Sample.Gate", OwnerManagedId = 1 }),
        Thread(3, new ThreadWait { Kind = WaitKind.Task, Task = s_asyncFrame, ChainId = 1, Target = s_target }),
    ];

    /// <summary>Gets its locks.</summary>
    public static IReadOnlyList<SnapshotLock> Locks { get; } = [Lock(Address, owner: 2, waiter: 1), Lock(Address + 64, owner: 1, waiter: 2)];

    /// <summary>Gets its deadlocks.</summary>
    public static IReadOnlyList<DeadlockCycle> Deadlocks { get; } = [new() { Parties = [Party(1), Party(2)], Behind = [3] }];

    /// <summary>Gets its asynchronous methods.</summary>
    public static AsyncSnapshot Async { get; } = new()
    {
        PendingMethods = 2,
        LogicalStacks = 1,
        Chains = [new AsyncChain { Id = 1, Count = 2, Frames = [s_asyncFrame], Awaits = s_target, Examples = [Address], BlockedThreads = [3], HeldUpBy = [2] }],
        Cycles = [new AwaitCycle { Frames = [s_asyncFrame], Addresses = [Address], BlockedThreads = [3] }],
    };

    /// <summary>Gets its calls.</summary>
    public static CallsSnapshot Calls { get; } = new()
    {
        Calls = [new OutgoingCall { Library = "HttpClient", Name = "GET sample:80/orders/{n}", State = CallState.WaitingForHeaders, Count = 2, OldestMilliseconds = 5, Chains = [1], Threads = [3] }],
        Pools =
        [
            new LibraryPool
            {
                Library = "HttpClient", Address = Address, Lends = "HTTP connections", Peer = "sample:80", Most = 2, InUse = 2, Idle = 0, Waiting = 1, Setting = "Sample.Most",
                Holders = [new PoolHolder { Chain = 1, Count = 1 }, new PoolHolder { Thread = 3, Count = 1, Does = "in a transaction" }, new PoolHolder { Count = 1 }],
            },
        ],
    };

    /// <summary>Gets its queues.</summary>
    public static QueuesSnapshot Queues { get; } = new()
    {
        Queues =
        [
            new LibraryQueue
            {
                Kind = "channel", TypeName = "System.Threading.Channels.BoundedChannel<Sample.Order>", Address = Address, Length = 5, Capacity = 5, ReadersWaiting = 0, WritersWaiting = 1,
                Places = ["Sample.Store._orders"], ReaderChains = [1], ReaderThreads = [3], IsEnded = true, Notes = ["sample"],
            },
        ],
        Waited =
        [
            new LibraryQueue
            {
                Kind = "channel", TypeName = "System.Threading.Channels.UnboundedChannel<Sample.Order>", Address = Address + 8, Length = 0, ReadersWaiting = 1,
                Places = ["Sample.Store._answers"], ReaderChains = [1], WriterChains = [1], WriterThreads = [3], MayBeWritten = true, PossibleWriters = [1],
            },
        ],
        Replies = [new AwaitedReply { Chain = 1, Count = 1, Queue = Address, ReadBy = [1] }],
        Empty = 1,
    };

    /// <summary>Gets its thread pool.</summary>
    public static ThreadPoolSnapshot Pool { get; } = new()
    {
        GlobalCount = 2,
        LocalCount = 1,
        HighPriorityCount = 0,
        Items = [new WorkItemGroup { Queue = WorkItemSource.Global, TypeName = "Sample.Work", Target = "Sample.Work.Run()", File = "/src/Work.cs", Line = 3, Count = 3 }],
        MinimumWorkers = 2,
        MaximumWorkers = 32767,
        Workers = 2,
        WorkerGroups = [new WorkerGroup { Doing = "waits for a Task", Kind = WaitKind.Task, IsIdle = false, Frame = s_frame, Count = 1, ManagedIds = [3] }],
    };

    /// <summary>Gets its timers.</summary>
    public static TimerSnapshot Timers { get; } = new()
    {
        Count = 2,
        Overdue = 1,
        Groups = [new TimerGroup { Callback = "Sample.Work.Tick()", StateType = "Sample.Work", PeriodMilliseconds = 1000, Count = 2, Overdue = 1, EarliestDueMilliseconds = -5, LatestDueMilliseconds = 500 }],
    };

    /// <summary>Gets its heap.</summary>
    public static HeapSnapshot Heap { get; } = new()
    {
        WalkedShare = 0.5,
        Incomplete = "the time was over",
        IsServer = false,
        Objects = 3,
        Bytes = 4096,
        Areas = [new HeapArea { Name = "gen2", Objects = 3, Bytes = 4096, FreeBytes = 0, UsedBytes = 4096, CommittedBytes = 8192, Segments = 1 }],
        Types = [new HeapType { TypeName = "Sample.Order", Count = 3, Bytes = 4096, Gen0Bytes = 0, Gen1Bytes = 0, Gen2Bytes = 4096, LargeBytes = 0, PinnedBytes = 0, FrozenBytes = 0 }],
        FinalizerQueue = [new CountedName { Name = "Sample.Handle", Count = 1 }],
        Pinned = [new CountedName { Name = "System.Byte[]", Count = 1 }],
        Handles = [new CountedName { Name = "Strong", Count = 4 }],
        Strings = [new RepeatedString { Text = "sample", Length = 6, Count = 2, Bytes = 68 }],
        CollectibleContexts = [new CountedName { Name = "Plugin", Count = 1 }],
        Exceptions = [new ExceptionGroup { TypeName = "System.TimeoutException", Message = "late", Count = 1 }],
    };

    /// <summary>Gets the whole.</summary>
    public static SnapshotResult Whole { get; } = new()
    {
        RuntimeVersion = "10.0.0",
        Threads = Threads,
        Locks = Locks,
        DeadlockCycles = Deadlocks,
        Async = Async,
        Calls = Calls,
        Queues = Queues,
        ThreadPool = Pool,
        Timers = Timers,
        Heap = Heap,
        Collections = [new LargeCollection { TypeName = "System.Collections.Generic.List<Sample.Order>", Count = 5_000, ElementType = "Sample.Order", Places = ["Sample.Store._all"] }],
        Unavailable = [new UnavailablePart { Part = "Walk", Reason = "the time was over" }],
        Notes = ["a sample"],
        Timings = [new StageTiming { Stage = "Threads", Milliseconds = 1.5 }],
    };

    private static SnapshotThread Thread(int id, ThreadWait wait) => new()
    {
        ManagedId = id,
        OsThreadId = id,
        Name = "sample",
        IsPoolThread = id == 3,
        Runs = "Sample.Work.Run()",
        IsBackground = true,
        Exception = new SnapshotError { TypeName = "System.TimeoutException", Message = "late", HResult = -1 },
        WaitsFor = wait,
        Holds = id == 3 ? [] : [s_reference],
        Frames = [s_frame],
    };

    private static SnapshotLock Lock(ulong address, int owner, int waiter) => new()
    {
        Kind = LockKind.Monitor,
        Address = address,
        TypeName = "Sample.Gate",
        Owner = new LockOwner { ManagedId = owner, OsThreadId = owner, Name = "sample" },
        Recursion = 1,
        Readers = 0,
        ReaderIds = [],
        CurrentCount = 0,
        MaximumCount = 1,
        Waiters = [waiter],
        WaiterCount = 1,
        HeldIn = s_frame,
        OwnerFrames = [s_frame],
    };

    private static DeadlockParty Party(int id) => new()
    {
        ManagedId = id, OsThreadId = id, ThreadName = "sample", Holds = s_reference, Wants = s_reference, WaitsFor = "Sample.Gate", WaitsIn = s_frame, HeldIn = s_frame,
    };
}
