using GuruReports.SnapshotReader.Memory;

namespace GuruReports.SnapshotReader.Analysis.Threads.Stacks;

/// <summary>
/// Finds where a thread's chain of frames begins, in the runtime's own object of the thread. Where in it that stands is learned from
/// threads that were walked, and believed when two that begin at different places agree.
/// </summary>
internal sealed class FrameHeads(PagedReader memory)
{
    private const int Words = 32;
    private const int WordSize = 8;

    private readonly HashSet<ulong> _heads = [];
    private List<int> _offsets = [.. Enumerable.Range(0, Words).Select(static word => word * WordSize)];

    /// <summary>Learns from a thread whose first frame is known.</summary>
    /// <param name="thread">The address of the runtime's object.</param>
    /// <param name="head">The first frame.</param>
    public void Learn(ulong thread, ulong head)
    {
        _heads.Add(head);
        _offsets.RemoveAll(offset => memory.Pointer(thread + (uint)offset) != head);
    }

    /// <summary>Returns the address of a thread's first frame; 0 while it is not known where that stands, and where not all places agree.</summary>
    public ulong Find(ulong thread)
    {
        if (_heads.Count < 2 || _offsets.Count == 0)
        {
            return 0;
        }

        var head = memory.Pointer(thread + (uint)_offsets[0]);
        return _offsets.TrueForAll(offset => memory.Pointer(thread + (uint)offset) == head) ? head : 0;
    }
}
