using GuruReports.Inspection.Snapshot.Model.Async;

namespace GuruReports.SnapshotReader.KnownTypes.Rows;

/// <summary>Blocks of Dataflow: what a block takes in is read by its own action, what it gives out by the blocks that it is linked to and by those that receive.</summary>
internal static class DataflowRows
{
    /// <summary>The type with what is called on all blocks.</summary>
    public const string Blocks = "System.Threading.Tasks.Dataflow.DataflowBlock";

    private const string Internal = "System.Threading.Tasks.Dataflow.Internal.";
    private const string FirstLink = "_targetRegistry/_firstTarget";
    private const string Limit = "_dataflowBlockOptions/_boundedCapacity";
    private const string Counted = "_boundingState/CurrentCount";
    private const string Postponed = "_boundingState/PostponedMessages/_mapKeyToIndex";
    private static readonly KnownLibrary s_dataflow = new("Dataflow", "System.Threading.Tasks.Dataflow", ".NET 10");

    private static readonly KnownFacts s_link = new("Queues", "which blocks of Dataflow are linked is not told") { Library = s_dataflow, TypeName = Internal + "TargetRegistry+LinkedTargetInfo" };
    public static readonly KnownPath LinkTarget = s_link.At("Target");
    public static readonly KnownPath NextLink = s_link.At("Next");

    /// <summary>A link with a condition: it stands between the two blocks.</summary>
    public static readonly KnownFacts Filter = new("Queues", "which blocks of Dataflow are linked under a condition is not told") { Library = s_dataflow, TypeName = Blocks + "+FilteredLinkPropagator" };
    public static readonly KnownPath FilterTarget = Filter.At("_target");

    /// <summary>One who waits to put something into a block.</summary>
    public static readonly KnownFacts Sender = new("Queues", "who waits for room in a block of Dataflow is not told") { Library = s_dataflow, TypeName = Blocks + "+SendAsyncSource" };
    public static readonly KnownPath SenderTarget = Sender.At("_target");

    /// <summary>What awaits of blocks are for.</summary>
    public static IReadOnlyDictionary<string, (AwaitKind Kind, string Text)> Waits { get; } = new Dictionary<string, (AwaitKind, string)>
    {
        [Sender.TypeName] = (AwaitKind.ChannelWrite, "DataflowBlock.SendAsync: the block is full"),
        [Blocks + "+ReceiveTarget"] = (AwaitKind.ChannelRead, "DataflowBlock.ReceiveAsync: the block is empty"),
        [Blocks + "+OutputAvailableAsyncTarget"] = (AwaitKind.ChannelRead, "DataflowBlock.OutputAvailableAsync: the block is empty"),
    };

    public static IReadOnlyList<KnownType> All { get; } =
    [
        s_link, Filter, Sender,
        new KnownQueue
        {
            Library = s_dataflow,
            TypeName = Internal + "TargetCore",
            Kind = "input of a dataflow block",
            Length = "_messages",
            Capacity = Limit,
            Filled = Counted,
            Writers = Postponed,
            Ended = "_decliningPermanently",
            Owner = "_owningTarget",
            Inner = ["_messages"],
            IsReadByOwner = true,
            Notes = [("{0} being worked on", "_numberOfOutstandingOperations", null)],
        },
        new KnownQueue
        {
            Library = s_dataflow,
            TypeName = Internal + "SpscTargetCore",
            Kind = "input of a dataflow block",
            Length = "_messages",
            Capacity = Limit,
            Ended = "_decliningPermanently",
            Owner = "_owningTarget",
            IsReadByOwner = true,
        },
        new KnownQueue
        {
            Library = s_dataflow,
            TypeName = Internal + "SourceCore",
            Kind = "output of a dataflow block",
            Length = "_messages",
            Capacity = Limit,
            Writers = "?_owningSource/" + Postponed,
            Ended = "_decliningPermanently",
            Owner = "_owningSource",
            Holds = "_messages",
            Links = FirstLink,
        },
        new KnownQueue
        {
            Library = s_dataflow,
            TypeName = "System.Threading.Tasks.Dataflow.BatchBlock+BatchBlockTargetCore",
            Kind = "input of a dataflow block",
            Length = "_messages",
            Capacity = Limit,
            Owner = "_owningBatch",
            Notes = [("batches of {0}", "_batchSize", null)],
        },
    ];
}
