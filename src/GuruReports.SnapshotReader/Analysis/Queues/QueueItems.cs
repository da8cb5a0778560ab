using GuruReports.SnapshotReader.Analysis.Calls;
using GuruReports.SnapshotReader.Analysis.Memory;

namespace GuruReports.SnapshotReader.Analysis.Queues;

/// <summary>Finds which of some objects lie in a queue, in what it holds itself or in what that refers to.</summary>
internal sealed class QueueItems(Image image, NodeReferences references)
{
    private const string Channels = "System.Threading.Channels.";
    private const int MostObjects = 2_000;
    private const int MostWords = 4_096;
    private const int FirstElement = 16;
    private const int LengthOffset = 8;
    private const int WordSize = 8;

    public HashSet<ulong> Of(ulong queue, IReadOnlySet<ulong> wanted)
    {
        var found = new HashSet<ulong>();
        var seen = new HashSet<ulong> { queue };
        var pending = new Queue<(ulong Address, bool IsItem)>([(queue, false)]);
        while (pending.TryDequeue(out var next) && seen.Count < MostObjects && !image.Clock.IsOver)
        {
            foreach (var reference in ReferencesOf(next.Address))
            {
                if (wanted.Contains(reference))
                {
                    found.Add(reference);
                }
                else if (!next.IsItem && seen.Add(reference))
                {
                    // Of what is neither the queue's nor an array, only what it refers to itself is looked at.
                    pending.Enqueue((reference, !IsOfQueue(reference)));
                }
            }
        }

        return found;
    }

    private bool IsOfQueue(ulong address) =>
        image.Kinds.KnownKindAt(address) is { } kind && (kind.IsPartOfCollection || (kind.Roles & ObjectRoles.Array) != 0 || kind.Name.StartsWith(Channels, StringComparison.Ordinal));

    // The words of an array may be numbers: only what the walk has met is an object.
    private IEnumerable<ulong> ReferencesOf(ulong address)
    {
        if (image.Kinds.KnownKindAt(address) is not { } kind)
        {
            return [];
        }

        return kind.ComponentSize == 0 ? references.Of(address) : (kind.Roles & ObjectRoles.Array) == 0 ? [] : Words(address, image.Memory.Int32(address + LengthOffset) * (int)(kind.ComponentSize / WordSize));
    }

    private IEnumerable<ulong> Words(ulong array, int count)
    {
        for (var word = 0; word < Math.Min(count, MostWords); word++)
        {
            var value = image.Memory.Pointer(array + FirstElement + ((ulong)word * WordSize));
            if (value != 0 && value % WordSize == 0)
            {
                yield return value;
            }
        }
    }
}
