using GuruReports.SnapshotReader.Memory;
using Microsoft.Diagnostics.Runtime;

namespace GuruReports.SnapshotReader.Analysis.Memory;

/// <summary>
/// Walks the objects of the heap in large reads; one table look-up an object, none when it is of the type of the one before.
/// Counts them at their kinds, and hands over only those that the visitor wants or that a thread holds.
/// </summary>
internal sealed unsafe class HeapWalker
{
    private const int Window = 512 << 10;
    private const int Reach = 256;
    private const int LeastReadable = 16;

    private readonly PagedReader _memory;
    private readonly KindTable _kinds;
    private readonly AnalysisClock _clock;
    private readonly AllocationGaps _gaps;
    private readonly ObjectSearch _search;
    private readonly byte[] _buffer = GC.AllocateUninitializedArray<byte>(Window + Reach, pinned: true);
    private ulong _bufferStart;
    private int _bufferLength;

    // Objects that begin before it lie in the buffer with all that is looked at.
    private ulong _windowStop;

    public HeapWalker(ClrHeap heap, PagedReader memory, KindTable kinds, AnalysisClock clock)
    {
        _memory = memory;
        _kinds = kinds;
        _clock = clock;
        _gaps = new AllocationGaps(heap);
        _search = new ObjectSearch(memory, kinds, _gaps, clock);
        Segments = HeapSegments.Of(heap);
    }

    public IReadOnlyList<HeapSegment> Segments { get; }

    /// <summary>Bytes of the segments that were asked for.</summary>
    public ulong TotalBytes { get; private set; }

    public ulong WalkedBytes { get; private set; }

    /// <summary>Bytes passed over because no object was recognised there.</summary>
    public ulong UnreadableBytes { get; private set; }

    public bool StoppedByDeadline { get; private set; }

    public double Share => TotalBytes == 0 ? 1 : Math.Min(1, (double)WalkedBytes / TotalBytes);

    /// <summary>Walks all segments, frozen ones only on request; stops at the deadline.</summary>
    public void Walk(IObjectVisitor visitor, bool frozen)
    {
        var segments = Segments.Where(segment => frozen || segment.Area != HeapAreaKind.Frozen).ToList();
        TotalBytes = segments.Aggregate(0UL, static (sum, segment) => sum + segment.Length);
        foreach (var segment in segments)
        {
            visitor.Enter(segment);
            WalkSegment(segment, visitor);
            if (StoppedByDeadline)
            {
                return;
            }
        }
    }

    private void WalkSegment(HeapSegment segment, IObjectVisitor visitor)
    {
        var (address, walkedFrom) = (segment.Start, segment.Start);
        _gaps.Seek(address);
        _windowStop = 0;
        while ((address = _gaps.Skip(address)) < segment.End)
        {
            // The header lies before the object, so the window starts one word early.
            if (address - 8 < _bufferStart || address >= _windowStop)
            {
                WalkedBytes += address - walkedFrom;
                walkedFrom = address;
                visitor.Progress(Share);
                if (_clock.IsOver)
                {
                    StoppedByDeadline = true;
                    return;
                }

                if (!Fill(address, segment.End))
                {
                    UnreadableBytes += segment.End - address;
                    return;
                }
            }

            var stop = Math.Min(_windowStop, _gaps.Next);
            address = WalkWindow(address, stop, segment.End, visitor);
            if (address < stop)
            {
                var next = _search.Find(address + 8, segment.End);
                UnreadableBytes += next - address;
                walkedFrom += next - address;
                address = next;
            }
        }

        WalkedBytes += Math.Min(address, segment.End) - walkedFrom;
    }

    /// <summary>Walks the objects that begin before <paramref name="stop"/>; returns an earlier address where there is none.</summary>
    private ulong WalkWindow(ulong address, ulong stop, ulong end, IObjectVisitor visitor)
    {
        var wanted = visitor.Wanted;
        ObjectKind? kind = null;
        fixed (byte* buffer = _buffer)
        {
            while (address < stop)
            {
                var start = buffer + (address - _bufferStart);
                var methodTable = *(ulong*)start & ~7UL;
                if (kind is null || kind.MethodTable != methodTable)
                {
                    kind = methodTable == 0 ? null : _kinds.Find(methodTable);
                    if (kind is null)
                    {
                        return address;
                    }
                }

                var size = kind.SizeOf(*(uint*)(start + 8));
                if (size > end - address)
                {
                    return address;
                }

                kind.Count++;
                kind.Bytes += (long)size;
                var header = *(uint*)(start - 4);
                if (((kind.Roles | ObjectRoles.Any) & wanted) != 0 || ThinLock.IsHeld(header))
                {
                    visitor.Visit(address, kind, size, new ReadOnlySpan<byte>(start, (int)(buffer + _bufferLength - start)), header);
                }

                address += size;
            }
        }

        return address;
    }

    private bool Fill(ulong address, ulong end)
    {
        _bufferStart = address - 8;
        _bufferLength = _memory.ReadBulk(_bufferStart, _buffer.AsSpan(0, (int)Math.Min((ulong)_buffer.Length, end - _bufferStart)));
        var bufferEnd = _bufferStart + (uint)_bufferLength;
        var reach = _bufferLength == _buffer.Length && bufferEnd < end ? Reach : LeastReadable;
        _windowStop = bufferEnd - (ulong)Math.Min(reach, _bufferLength);
        return _windowStop > address;
    }
}
