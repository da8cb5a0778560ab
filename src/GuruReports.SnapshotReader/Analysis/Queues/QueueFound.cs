using GuruReports.SnapshotReader.Analysis.Calls;
using GuruReports.SnapshotReader.KnownTypes;
using GuruReports.SnapshotReader.KnownTypes.Rows;

namespace GuruReports.SnapshotReader.Analysis.Queues;

/// <summary>A queue with who has hold of it.</summary>
internal sealed class QueueFound(ulong address, KnownQueue row, IReadOnlyList<ulong> readBy) : Sought
{
    public ulong Address { get; } = address;

    public KnownQueue Row { get; } = row;

    /// <summary>Who has hold of it, and over how many objects.</summary>
    public Dictionary<HolderKey, int> Holders { get; } = [];

    public bool IsHinted { get; private set; }

    public override IEnumerable<ulong> Addresses => readBy;

    public override IEnumerable<ulong> Hints => [Address];

    public override IReadOnlyList<string> Through => QueueRows.Through;

    public override void Note(HolderKey holder, int distance) => Holders[holder] = Math.Min(distance, Holders.GetValueOrDefault(holder, distance));

    public override void NoteHint() => IsHinted = true;
}
