namespace GuruReports.SnapshotReader.Runtime.Entries;

/// <summary>The concurrent queues that the thread pool keeps its items in.</summary>
internal static class QueueEntries
{
    public static readonly RuntimeType Queue = new("System.Collections.Concurrent.ConcurrentQueue`1", Features.Queues);
    public static readonly RuntimeField Head = new(Queue, "_head", FieldShape.Reference, Features.Queues);
    public static readonly RuntimeType Segment = new("System.Collections.Concurrent.ConcurrentQueueSegment`1", Features.Queues);
    public static readonly RuntimeField Next = new(Segment, "_nextSegment", FieldShape.Reference, Features.Queues);
    public static readonly RuntimeField Slots = new(Segment, "_slots", FieldShape.Reference, Features.Queues);
    public static readonly RuntimeField Mask = new(Segment, "_slotsMask", FieldShape.Bits32, Features.Queues);
    public static readonly RuntimeField Frozen = new(Segment, "_frozenForEnqueues", FieldShape.Bits8, Features.Queues);
    public static readonly RuntimeField Ends = new(Segment, "_headAndTail", FieldShape.Struct, Features.Queues);
    public static readonly RuntimeType EndsType = new("System.Collections.Concurrent.PaddedHeadAndTail", Features.Queues);
    public static readonly RuntimeField First = new(EndsType, "Head", FieldShape.Bits32, Features.Queues);
    public static readonly RuntimeField Last = new(EndsType, "Tail", FieldShape.Bits32, Features.Queues);
    public static readonly RuntimeType Slot = new("System.Collections.Concurrent.ConcurrentQueueSegment`1+Slot", Features.Queues);
    public static readonly RuntimeField SlotItem = new(Slot, "Item", FieldShape.Parameter, Features.Queues);

    public static IReadOnlyList<RuntimeEntry> All { get; } = [Queue, Head, Segment, Next, Slots, Mask, Frozen, Ends, EndsType, First, Last, Slot, SlotItem];
}
