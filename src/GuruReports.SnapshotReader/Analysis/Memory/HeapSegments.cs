using Microsoft.Diagnostics.Runtime;

namespace GuruReports.SnapshotReader.Analysis.Memory;

/// <summary>Cuts the segments of the heap into stretches of one generation each.</summary>
internal static class HeapSegments
{
    public static IReadOnlyList<HeapSegment> Of(ClrHeap heap)
    {
        var result = new List<HeapSegment>();
        foreach (var segment in heap.Segments)
        {
            switch (segment.Kind)
            {
                case GCSegmentKind.Large:
                    Add(result, segment.ObjectRange, HeapAreaKind.Large, segment);
                    break;
                case GCSegmentKind.Pinned:
                    Add(result, segment.ObjectRange, HeapAreaKind.Pinned, segment);
                    break;
                case GCSegmentKind.Frozen:
                    Add(result, segment.ObjectRange, HeapAreaKind.Frozen, segment);
                    break;
                default:
                    // Regions are in one generation; a classic ephemeral segment holds all three.
                    Add(result, segment.Generation2, HeapAreaKind.Gen2, segment);
                    Add(result, segment.Generation1, HeapAreaKind.Gen1, segment);
                    Add(result, segment.Generation0, HeapAreaKind.Gen0, segment);
                    break;
            }
        }

        return result;
    }

    private static void Add(List<HeapSegment> result, MemoryRange range, HeapAreaKind area, ClrSegment segment)
    {
        if (range.Length > 0)
        {
            result.Add(new HeapSegment(range.Start, range.End, area, segment));
        }
    }
}
