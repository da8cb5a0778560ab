using Microsoft.Diagnostics.Runtime;

namespace GuruReports.SnapshotReader.Analysis.Memory;

/// <summary>A stretch of the heap in one generation, to be walked from an object on.</summary>
internal sealed record HeapSegment(ulong Start, ulong End, HeapAreaKind Area, ClrSegment Segment)
{
    public ulong Length => End - Start;
}
