using GuruReports.SnapshotReader.Analysis.Symbols;
using GuruReports.SnapshotReader.Memory;

namespace GuruReports.SnapshotReader.Analysis.Threads.Stacks;

/// <summary>
/// Where the frames of equal stacks keep their objects. A word of the stack has one place. A register was saved by an inner frame, in one
/// of the words that had the object in each stack that was walked: where these do not agree, the stack must be walked.
/// </summary>
internal sealed class RootSlots(PagedReader memory)
{
    private const ulong MostBytes = 64 * 1024;
    private const int WordSize = 8;

    private readonly Dictionary<(int Frame, ulong Distance, string? Register), List<ulong>> _places = [];

    /// <summary>Learns from a stack that was walked.</summary>
    /// <param name="head">Its first frame.</param>
    /// <param name="frames">Its frames.</param>
    /// <param name="roots">What they refer to.</param>
    public void Learn(ulong head, IReadOnlyList<ThreadFrame> frames, IEnumerable<StackRoot> roots)
    {
        foreach (var root in roots)
        {
            var key = root.Address == 0 ? (root.Frame, 0UL, root.Register) : (root.Frame, root.Address - head, null);
            List<ulong> places = root.Address == 0 ? Saved(head, frames[root.Frame].StackPointer, root.Object) : [root.Address - head];
            _places[key] = _places.TryGetValue(key, out var known) ? [.. known.Intersect(places)] : places;
        }
    }

    /// <summary>Reads what the frames of an equal stack refer to; null where only a walk can tell.</summary>
    public List<FrameRoot>? Read(ulong head)
    {
        var result = new List<FrameRoot>(_places.Count);
        foreach (var (key, places) in _places)
        {
            if (places is not [var first, .. var others] || memory.Pointer(head + first) is var value && !others.TrueForAll(place => memory.Pointer(head + place) == value))
            {
                return null;
            }

            if (value != 0)
            {
                result.Add(new FrameRoot(key.Frame, value));
            }
        }

        return result;
    }

    private List<ulong> Saved(ulong head, ulong end, ulong value)
    {
        var result = new List<ulong>();
        for (ulong distance = 0; head + distance < end && distance < MostBytes; distance += WordSize)
        {
            if (memory.Pointer(head + distance) == value)
            {
                result.Add(distance);
            }
        }

        return result;
    }
}
