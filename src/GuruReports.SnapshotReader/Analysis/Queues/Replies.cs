using GuruReports.Inspection.Snapshot.Model.Async;
using GuruReports.Inspection.Snapshot.Model.Queues;
using GuruReports.SnapshotReader.Analysis.Async;
using GuruReports.SnapshotReader.Analysis.Calls;
using GuruReports.SnapshotReader.Analysis.Memory;

namespace GuruReports.SnapshotReader.Analysis.Queues;

/// <summary>What calls wait for that somebody has to complete: who has hold of it, or in which queue it still lies.</summary>
internal static class Replies
{
    private const int MostSought = 500;

    public static List<ReplyFound> Sought(IReadOnlyList<AwaitNode> nodes, CollectedObjects collected) =>
    [
        .. nodes.Select(static node => node.Group).OfType<ChainGroup>().Distinct().Where(static group => group.Target.Kind is AwaitKind.CompletionSource)
            .SelectMany(group => group.Details.Where(detail => collected.Sources.ContainsKey(detail.Key)).Select(detail => new ReplyFound(group, collected.Sources[detail.Key], detail.Value.Count)))
            .Take(MostSought),
    ];

    public static IReadOnlyList<AwaitedReply> Report(Image image, NodeReferences references, IReadOnlyList<ReplyFound> replies, IEnumerable<(LibraryQueue Queue, IReadOnlyList<int> Readers)> queues)
    {
        var wanted = replies.Select(static reply => reply.Source).ToHashSet();
        var items = new QueueItems(image, references);
        var lying = queues.Where(found => wanted.Count > 0 && found.Queue.Length > 0).SelectMany(found => items.Of(found.Queue.Address, wanted).Select(source => (Source: source, Found: found))).ToLookup(static lies => lies.Source, static lies => lies.Found);
        return
        [
            .. replies.Where(static reply => reply.Holders.Count > 0)
                .GroupBy(static reply => (reply.Waiting.Id, Holders: string.Join(' ', reply.Holders.Select(static holder => holder.Id).Order())))
                .Select(static group => new AwaitedReply { Chain = group.Key.Id, Count = group.Sum(static reply => reply.Count), HeldBy = [.. group.First().Holders.Select(static holder => holder.Id).Order().Take(QueuesReader.MostIds)] }),
            .. replies.Where(static reply => reply.Holders.Count == 0)
                .SelectMany(reply => lying[reply.Source].Take(1).Select(lies => (Reply: reply, lies.Queue, lies.Readers)))
                .GroupBy(static lies => (lies.Reply.Waiting.Id, lies.Queue.Address))
                .Select(static group => new AwaitedReply { Chain = group.Key.Id, Count = group.Sum(static lies => lies.Reply.Count), Queue = group.Key.Address, ReadBy = group.First().Readers }),
        ];
    }
}
