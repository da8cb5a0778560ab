using GuruReports.SnapshotReader.Analysis.Memory;
using GuruReports.SnapshotReader.Analysis.Methods;

namespace GuruReports.SnapshotReader.Analysis.Async;

/// <summary>A pending task or box, with what it waits for and what waits for it.</summary>
internal sealed class AwaitNode
{
    public required int Index { get; init; }

    public required ulong Address { get; init; }

    public required ObjectKind Kind { get; init; }

    /// <summary>The async method in the box or continuation; null for other tasks.</summary>
    public PendingMethod? Method { get; init; }

    /// <summary>The task or box that threads and queues know the node by.</summary>
    public required ulong Task { get; init; }

    /// <summary>The thread that runs the node, where no task tells; null otherwise.</summary>
    public int? RunningOn { get; set; }

    /// <summary>The object waited for where that is no pending task or box; 0 when there is none.</summary>
    public ulong Leaf { get; set; }

    /// <summary>The nodes that this one waits for.</summary>
    public List<AwaitNode> Producers { get; } = [];

    /// <summary>The nodes that wait for this one.</summary>
    public List<AwaitNode> Consumers { get; } = [];

    /// <summary>True when the node is a step of a logical stack rather than what a stack ends at.</summary>
    public bool IsFrame => Method is not null || Producers.Count > 0 || Leaf != 0;

    /// <summary>The first group of logical stacks found through the node; null before they were followed.</summary>
    public ChainGroup? Group { get; set; }

    /// <summary>Has one node wait for another.</summary>
    public static void Link(AwaitNode producer, AwaitNode consumer)
    {
        consumer.Producers.Add(producer);
        producer.Consumers.Add(consumer);
    }

    /// <summary>Threads that block until this node ends.</summary>
    public List<int>? BlockedThreads { get; set; }

    /// <summary>The circle of awaits that the node is part of; 0 for none.</summary>
    public int Circle { get; set; }
}
