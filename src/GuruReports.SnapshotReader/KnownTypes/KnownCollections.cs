namespace GuruReports.SnapshotReader.KnownTypes;

/// <summary>How collections of the class library count: by fields, or by links that are followed.</summary>
internal static class KnownCollections
{
    /// <summary>Of a ring of slots: where it begins and ends, by indexes that run on for ever; how many slots it has, less one; and whether it was closed.</summary>
    public const string RingHead = "_headAndTail/Head";
    public const string RingTail = "_headAndTail/Tail";
    public const string RingMask = "_slotsMask";
    public const string RingIsClosed = "_frozenForEnqueues";

    /// <summary>Of the first ring that a queue is made with; those after it are larger.</summary>
    public const long FirstRingMask = 31;

    /// <summary>Of an array between two indexes.</summary>
    public const string WindowFirst = "_state/_first";
    public const string WindowLast = "_state/_last";
    public const string WindowArray = "_array";

    /// <summary>What is held weakly is behind a handle of the collector.</summary>
    public const string Weak = "System.WeakReference";
    public const string WeakHandle = "_taggedHandle";

    private static readonly Dictionary<string, KnownCollection> s_all = new()
    {
        ["System.Collections.Generic.List"] = new(["_size"]),
        ["System.Collections.Generic.Queue"] = new(["_size"]),
        ["System.Collections.Generic.Stack"] = new(["_size"]),
        ["System.Collections.Generic.PriorityQueue"] = new(["_size"]),
        ["System.Collections.Generic.Deque"] = new(["_size"]) { Position = ["_head", "_array"] },
        ["System.Collections.Generic.LinkedList"] = new(["count"]),
        ["System.Collections.Generic.Dictionary"] = new(["_count", "-_freeCount"]),
        ["System.Collections.Generic.HashSet"] = new(["_count", "-_freeCount"]),
        ["System.Collections.Concurrent.ConcurrentStack"] = new([]) { First = "_head", Next = "_next" },
        ["System.Collections.Concurrent.ConcurrentDictionary"] = new([]) { Sums = "_tables/_countPerLock" },
        ["System.Collections.Concurrent.ConcurrentQueue"] = new([]) { First = "_head", Next = "_nextSegment", Segment = KnownSegment.Ring, Position = [RingHead, RingMask], Untouched = [0, FirstRingMask] },
        ["System.Collections.Concurrent.SingleProducerSingleConsumerQueue"] = new([]) { First = "_head", Next = "_next", Segment = KnownSegment.Window, Position = [WindowFirst, WindowArray] },
        ["System.Collections.Concurrent.MultiProducerMultiConsumerQueue"] = new([]) { First = "_head", Next = "_nextSegment", Segment = KnownSegment.Ring },
        ["System.Threading.SemaphoreSlim+TaskNode"] = new([]) { Next = "Next" },
        ["System.Threading.Channels.BlockedReadAsyncOperation"] = new([]) { Next = "Next" },
        ["System.Threading.Channels.WaitingReadAsyncOperation"] = new([]) { Next = "Next" },
        ["System.Threading.Channels.BlockedWriteAsyncOperation"] = new([]) { Next = "Next" },
        ["System.Threading.Channels.WaitingWriteAsyncOperation"] = new([]) { Next = "Next" },
    };

    /// <summary>How a type counts, by its name without parameters; null when it is not known.</summary>
    public static KnownCollection? Of(string plainName) => s_all.GetValueOrDefault(plainName);
}
