using Microsoft.Diagnostics.Runtime;

namespace GuruReports.SnapshotReader.Analysis.Memory;

/// <summary>The memory that threads have taken for new objects and not used yet, in address order. The walk passes over it.</summary>
internal sealed class AllocationGaps
{
    // What a thread has taken ends one minimal object behind the limit of its context.
    private const ulong Behind = 24;

    private readonly ulong[] _starts;
    private readonly ulong[] _ends;
    private int _next;

    public AllocationGaps(ClrHeap heap)
    {
        var contexts = heap.EnumerateAllocationContexts().Where(static context => context.Start != 0)
            .DistinctBy(static context => context.Start).OrderBy(static context => context.Start).ToList();
        _starts = [.. contexts.Select(static context => context.Start)];
        _ends = [.. contexts.Select(static context => context.End + Behind)];
    }

    /// <summary>Where the next gap begins that has not been passed; the largest address when there is none.</summary>
    public ulong Next => _next < _starts.Length ? _starts[_next] : ulong.MaxValue;

    /// <summary>Goes to the gaps from an address on, which may be lower than the last one.</summary>
    public void Seek(ulong address) => _next = FirstFrom(address);

    /// <summary>The address, or the first one behind the gap that begins there; <see cref="Next"/> lies beyond it then.</summary>
    public ulong Skip(ulong address)
    {
        while (Next <= address)
        {
            address = Next == address ? _ends[_next] : address;
            _next++;
        }

        return address;
    }

    /// <summary>The end of the gap that begins at an address; null when none does.</summary>
    public ulong? EndOf(ulong address) => FirstFrom(address) is var index && index < _starts.Length && _starts[index] == address ? _ends[index] : null;

    private int FirstFrom(ulong address)
    {
        var found = Array.BinarySearch(_starts, address);
        return found >= 0 ? found : ~found;
    }
}
