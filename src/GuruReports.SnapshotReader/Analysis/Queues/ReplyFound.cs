using GuruReports.SnapshotReader.Analysis.Async;
using GuruReports.SnapshotReader.Analysis.Calls;

namespace GuruReports.SnapshotReader.Analysis.Queues;

/// <summary>A TaskCompletionSource that a chain waits for, with the others whose variables refer to it: one of these completes it, most likely.</summary>
internal sealed class ReplyFound(ChainGroup waiting, ulong source, int count) : Sought
{
    public ChainGroup Waiting { get; } = waiting;

    public ulong Source { get; } = source;

    public int Count { get; } = count;

    public HashSet<ChainGroup> Holders { get; } = [];

    public override IEnumerable<ulong> Addresses => [Source];

    public override IReadOnlyList<string> Through => [];

    public override void Note(HolderKey holder, int distance)
    {
        if (holder.Chain is { } chain && chain != Waiting && distance < HolderSearch.OverOwner)
        {
            Holders.Add(chain);
        }
    }
}
