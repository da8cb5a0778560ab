using System.Runtime.InteropServices;
using Microsoft.Diagnostics.Runtime;

namespace GuruReports.SnapshotReader.Analysis.Memory;

/// <summary>Walks the objects of the heap in large reads; one table look-up an object.</summary>
internal sealed class HeapWalker
{
    private const int Window = 2 << 20;
    private const int Reach = 256;

    private readonly ImageMemory _memory;
    private readonly KindTable _kinds;
    private readonly AnalysisClock _clock;
    private readonly Dictionary<ulong, ulong> _allocating = [];
    private readonly byte[] _buffer = GC.AllocateUninitializedArray<byte>(Window + Reach);
    private ulong _bufferStart;
    private int _bufferLength;

    public HeapWalker(ClrHeap heap, ImageMemory memory, KindTable kinds, AnalysisClock clock)
    {
        _memory = memory;
        _kinds = kinds;
        _clock = clock;
        Segments = HeapSegments.Of(heap);
        foreach (var context in heap.EnumerateAllocationContexts())
        {
            _allocating[context.Start] = context.End;
        }
    }

    public IReadOnlyList<HeapSegment> Segments { get; }

    public long Objects { get; private set; }

    /// <summary>Bytes of the segments that were asked for.</summary>
    public ulong TotalBytes { get; private set; }

    public ulong WalkedBytes { get; private set; }

    /// <summary>Bytes passed over because no object was recognised there.</summary>
    public ulong UnreadableBytes { get; private set; }

    public bool StoppedByDeadline { get; private set; }

    public double Share => TotalBytes == 0 ? 1 : Math.Min(1, (double)WalkedBytes / TotalBytes);

    /// <summary>Walks all segments, frozen ones only on request; stops at the deadline.</summary>
    public void Walk<TVisitor>(TVisitor visitor, bool frozen)
        where TVisitor : class, IObjectVisitor
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

    private void WalkSegment<TVisitor>(HeapSegment segment, TVisitor visitor)
        where TVisitor : class, IObjectVisitor
    {
        var address = SkipAllocating(segment.Start);
        ObjectKind? last = null;
        _bufferLength = 0;
        var walkedFrom = address;
        while (address < segment.End)
        {
            // The header lies before the object, so the window starts one word early.
            if (address - 8 < _bufferStart || address + Reach > _bufferStart + (uint)_bufferLength)
            {
                WalkedBytes += address - walkedFrom;
                walkedFrom = address;
                visitor.Progress(Share);
                if (_clock.IsOver)
                {
                    StoppedByDeadline = true;
                    return;
                }

                if (!Fill(address - 8, segment.End))
                {
                    UnreadableBytes += segment.End - address;
                    return;
                }
            }

            var bytes = _buffer.AsSpan(0, _bufferLength)[(int)(address - _bufferStart)..];
            var methodTable = bytes.Length < 16 ? 0 : MemoryMarshal.Read<ulong>(bytes) & ~7UL;
            if (last is null || last.MethodTable != methodTable)
            {
                last = methodTable == 0 ? null : _kinds.Find(methodTable);
            }

            var size = last is null ? 0 : SizeOf(last, bytes);
            if (size == 0 || size > segment.End - address)
            {
                var next = FindNext(address + 8, segment.End);
                UnreadableBytes += next - address;
                walkedFrom += next - address;
                address = next;
                continue;
            }

            Objects++;
            var header = MemoryMarshal.Read<uint>(_buffer.AsSpan((int)(address - _bufferStart) - 4));
            visitor.Visit(address, last!, size, bytes, header);
            address = SkipAllocating(address + size);
        }

        WalkedBytes += Math.Min(address, segment.End) - walkedFrom;
    }

    private static ulong SizeOf(ObjectKind kind, ReadOnlySpan<byte> bytes)
    {
        ulong size = kind.BaseSize;
        if (kind.ComponentSize != 0)
        {
            size += (ulong)kind.ComponentSize * MemoryMarshal.Read<uint>(bytes[8..]);
        }

        size = (size + 7) & ~7UL;
        return size < 24 ? 24 : size;
    }

    private ulong SkipAllocating(ulong address) =>
        // What a thread has taken but not used ends one minimal object behind the limit of its context.
        _allocating.TryGetValue(address, out var end) ? end + 24 : address;

    private bool Fill(ulong address, ulong end)
    {
        var length = (int)Math.Min((ulong)_buffer.Length, end - address);
        _bufferStart = address;
        _bufferLength = _memory.ReadBulk(address, _buffer.AsSpan(0, length));
        return _bufferLength > 16;
    }

    /// <summary>
    /// Finds the next object behind memory that holds none, as when a thread has reserved an object
    /// but not yet written its type: an object of a type met before, whose successor is one too.
    /// </summary>
    private ulong FindNext(ulong address, ulong end)
    {
        const int StepsBetweenChecks = 1 << 16;
        for (var step = 1; address < end; address += 8, step++)
        {
            if (_allocating.TryGetValue(address, out var behind))
            {
                return behind + 24;
            }

            if (IsKnownObject(address, end, out var size)
                && (address + size >= end || _allocating.ContainsKey(address + size) || IsKnownObject(address + size, end, out _)))
            {
                return address;
            }

            if (step % StepsBetweenChecks == 0 && _clock.IsOver)
            {
                return end;
            }
        }

        return end;
    }

    private bool IsKnownObject(ulong address, ulong end, out ulong size)
    {
        size = 0;
        var methodTable = _memory.Pointer(address) & ~7UL;
        if (methodTable == 0 || _kinds.FindKnown(methodTable) is not { } kind)
        {
            return false;
        }

        Span<byte> start = stackalloc byte[16];
        size = _memory.TryRead(address, start) ? SizeOf(kind, start) : 0;
        return size != 0 && size <= end - address;
    }
}
