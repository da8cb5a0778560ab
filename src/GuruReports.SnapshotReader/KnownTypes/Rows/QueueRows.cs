namespace GuruReports.SnapshotReader.KnownTypes.Rows;

/// <summary>Queues and limiters of the class library.</summary>
internal static class QueueRows
{
    /// <summary>Where readers of queues have hold of them: through the libraries' own readers and enumerators.</summary>
    public static IReadOnlyList<string> Through { get; } = ["System.Threading.Channels.", "System.Collections.Concurrent."];

    /// <summary>What a frame is called that puts something into a BlockingCollection.</summary>
    public const string Adding = "Add";

    /// <summary>The methods that take something out of a queue, by the type that they are called on.</summary>
    public static IReadOnlyDictionary<string, string[]> Taking { get; } = new Dictionary<string, string[]>
    {
        ["System.Threading.Channels.ChannelReader"] = ["TryRead", "ReadAsync", "ReadAllAsync", "WaitToReadAsync"],
        ["System.Collections.Concurrent.BlockingCollection"] = ["Take", "TryTake", "GetConsumingEnumerable", "TakeFromAny", "TryTakeFromAny"],
        ["System.Collections.Concurrent.ConcurrentQueue"] = ["TryDequeue", "Clear"],
        [DataflowRows.Blocks] = ["Receive", "ReceiveAsync", "ReceiveAllAsync", "TryReceive", "OutputAvailableAsync", "AsObservable"],
        ["System.Threading.Tasks.Dataflow.IReceivableSourceBlock"] = ["TryReceive", "TryReceiveAll"],
        ["System.Threading.Tasks.Dataflow.BufferBlock"] = ["TryReceive", "TryReceiveAll"],
        ["System.Threading.Tasks.Dataflow.TransformBlock"] = ["TryReceive", "TryReceiveAll"],
        ["System.Threading.Tasks.Dataflow.TransformManyBlock"] = ["TryReceive", "TryReceiveAll"],
        ["System.Threading.Tasks.Dataflow.BatchBlock"] = ["TryReceive", "TryReceiveAll"],
    };

    private const string ReaderOf = "Reader";
    private const string WriterOf = "Writer";
    private static readonly KnownLibrary s_channels = new("System.Threading.Channels", "System.Threading.Channels", ".NET 10");
    private static readonly KnownLibrary s_concurrent = new("System.Collections.Concurrent", "System.Collections.Concurrent", ".NET 10");
    private static readonly KnownLibrary s_core = new(".NET", "System.Private.CoreLib", ".NET 10");
    private static readonly KnownLibrary s_limiting = new("System.Threading.RateLimiting", "System.Threading.RateLimiting", ".NET 10");

    /// <summary>A semaphore: who waits, threads and tasks, what is free and the most.</summary>
    public static readonly KnownFacts Semaphore = new("Queues", "semaphores are not told") { Library = s_core, TypeName = "System.Threading.SemaphoreSlim" };
    public static readonly KnownPath SemaphoreWaiting = Semaphore.At("m_waitCount m_asyncHead");
    public static readonly KnownPath SemaphoreFree = Semaphore.At("m_currentCount");
    public static readonly KnownPath SemaphoreMost = Semaphore.At("m_maxCount");

    public static IReadOnlyList<KnownType> All { get; } =
    [
        Semaphore,
        new KnownQueue
        {
            Library = s_channels,
            TypeName = "System.Threading.Channels.BoundedChannel",
            Kind = "channel",
            Length = "_items",
            Holds = "_items",
            Capacity = "_bufferedCapacity",
            Readers = "_blockedReadersHead _waitingReadersHead",
            Writers = "_blockedWritersHead _waitingWritersHead",
            Ended = "_doneWriting",
            ReadBy = [ReaderOf, "_blockedReadersHead", "_waitingReadersHead"],
            WrittenBy = [WriterOf, "."],
        },
        new KnownQueue
        {
            Library = s_channels,
            TypeName = "System.Threading.Channels.UnboundedChannel",
            Kind = "channel",
            Length = "_items",
            Holds = "_items",
            Readers = "_blockedReadersHead _waitingReadersHead",
            Ended = "_doneWriting",
            Inner = ["_items"],
            ReadBy = [ReaderOf, "_blockedReadersHead", "_waitingReadersHead"],
            WrittenBy = [WriterOf, "."],
        },
        new KnownQueue
        {
            Library = s_channels,
            TypeName = "System.Threading.Channels.SingleConsumerUnboundedChannel",
            Kind = "channel",
            Length = "_items",
            Holds = "_items",
            Readers = "_blockedReader _waitingReader",
            Ended = "_doneWriting",
            ReadBy = [ReaderOf, "_blockedReader", "_waitingReader"],
            WrittenBy = [WriterOf, "."],
        },
        new KnownQueue
        {
            Library = s_channels,
            TypeName = "System.Threading.Channels.UnboundedPrioritizedChannel",
            Kind = "channel",
            Length = "_items",
            Holds = "_items",
            Readers = "_blockedReadersHead _waitingReadersHead",
            Ended = "_doneWriting",
            ReadBy = [ReaderOf, "_blockedReadersHead", "_waitingReadersHead"],
            WrittenBy = [WriterOf, "."],
        },
        new KnownQueue
        {
            Library = s_concurrent,
            TypeName = "System.Collections.Concurrent.BlockingCollection",
            Kind = "BlockingCollection",
            Length = "_occupiedNodes/m_currentCount",
            Capacity = "_boundedCapacity",
            Readers = "_occupiedNodes/m_waitCount",
            Writers = "_freeNodes/m_waitCount",
            Inner = ["_collection", "_occupiedNodes", "_freeNodes"],
            Holds = "_collection",
            ReadBy = ["."],
            WrittenBy = ["."],
        },
        new KnownQueue
        {
            Library = s_core,
            TypeName = "System.Collections.Concurrent.ConcurrentQueue",
            Kind = "ConcurrentQueue",
            Length = ".",
            Holds = ".",
            Least = 1_000,
        },
        .. DataflowRows.All,
        .. Limiters("ConcurrencyLimiter", "FixedWindowRateLimiter", "SlidingWindowRateLimiter"),
        new KnownQueue
        {
            Library = s_limiting,
            TypeName = "System.Threading.RateLimiting.TokenBucketRateLimiter",
            Kind = "rate limiter",
            Length = "_queueCount",
            Capacity = "_options/QueueLimit",
            Notes = [("{0} of {1} tokens free", "_tokenCount", "_options/TokenLimit"), ("{0} refused", "_failedLeasesCount", null)],
        },
    ];

    private static IEnumerable<KnownQueue> Limiters(params string[] names) => names.Select(static name => new KnownQueue
    {
        Library = s_limiting,
        TypeName = "System.Threading.RateLimiting." + name,
        Kind = "rate limiter",
        Length = "_queueCount",
        Capacity = "_options/QueueLimit",
        Notes = [("{0} of {1} permits free", "_permitCount", "_options/PermitLimit"), ("{0} refused", "_failedLeasesCount", null)],
    });
}
