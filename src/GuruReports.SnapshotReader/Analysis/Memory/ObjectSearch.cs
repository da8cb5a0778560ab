using GuruReports.SnapshotReader.Memory;

namespace GuruReports.SnapshotReader.Analysis.Memory;

/// <summary>
/// Finds the next object behind memory that holds none, as when a thread has reserved an object but not yet written its
/// type: an object of a type met before, whose successor is one too.
/// </summary>
internal sealed class ObjectSearch(PagedReader memory, KindTable kinds, AllocationGaps gaps, AnalysisClock clock)
{
    private const int StepsBetweenChecks = 1 << 16;

    /// <summary>The first object from an address on; the end when there is none or the time is up.</summary>
    public ulong Find(ulong address, ulong end)
    {
        for (var step = 1; address < end; address += 8, step++)
        {
            if (gaps.EndOf(address) is { } behind)
            {
                return behind;
            }

            if (IsKnownObject(address, end, out var size)
                && (address + size >= end || gaps.EndOf(address + size) is not null || IsKnownObject(address + size, end, out _)))
            {
                return address;
            }

            if (step % StepsBetweenChecks == 0 && clock.IsOver)
            {
                return end;
            }
        }

        return end;
    }

    private bool IsKnownObject(ulong address, ulong end, out ulong size)
    {
        size = 0;
        var methodTable = memory.Pointer(address) & ~7UL;
        if (methodTable == 0 || kinds.FindKnown(methodTable) is not { } kind)
        {
            return false;
        }

        size = memory.TryRead(address + 8, out uint length) ? kind.SizeOf(length) : 0;
        return size != 0 && size <= end - address;
    }
}
