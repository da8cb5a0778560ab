using GuruReports.SnapshotReader.Analysis.Calls;
using GuruReports.SnapshotReader.KnownTypes;
using GuruReports.SnapshotReader.KnownTypes.Rows;

namespace GuruReports.SnapshotReader.Analysis.Queues;

/// <summary>Who could put something into a queue that others wait for: whoever has hold of its writer, or of the queue itself, and does not read it.</summary>
internal sealed class QueueWriters(ulong address, KnownQueue row, IReadOnlyList<ulong> writtenBy) : Sought
{
    private readonly HashSet<HolderKey> _holders = [];
    private readonly HashSet<HolderKey> _hinted = [];

    public ulong Address { get; } = address;

    public KnownQueue Row { get; } = row;

    public override IEnumerable<ulong> Addresses => writtenBy;

    public override IReadOnlyList<string> Through => QueueRows.Through;

    /// <summary>Those that do and are none of its readers.</summary>
    public IEnumerable<HolderKey> Without(IReadOnlyCollection<HolderKey> readers) => _holders.Where(holder => !readers.Contains(holder));

    /// <summary>The calls that are none of its readers and are in methods of an object that refers to it.</summary>
    public IEnumerable<HolderKey> Possible(IReadOnlyCollection<HolderKey> readers) => _hinted.Where(call => !readers.Contains(call));

    public override void Note(HolderKey holder, int distance) => _holders.Add(holder);

    public override void NoteHint(IReadOnlyCollection<HolderKey> calls) => _hinted.UnionWith(calls);
}
