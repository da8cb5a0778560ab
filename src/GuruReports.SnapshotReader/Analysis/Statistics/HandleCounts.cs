using GuruReports.Inspection.Snapshot.Model.Heap;
using GuruReports.SnapshotReader.Analysis.Memory;
using Microsoft.Diagnostics.Runtime;

namespace GuruReports.SnapshotReader.Analysis.Statistics;

/// <summary>Counts the handles of the runtime.</summary>
internal sealed record HandleCounts(IReadOnlyList<CountedName> Kinds, IReadOnlyList<CountedName> Pinned)
{
    private const int Most = 40;

    public static HandleCounts Read(Image image)
    {
        var kinds = new List<string>();
        var pinned = new List<string>();
        foreach (var handle in image.Runtime.EnumerateHandles())
        {
            kinds.Add(handle.HandleKind.ToString());
            if (handle.HandleKind is ClrHandleKind.Pinned or ClrHandleKind.AsyncPinned)
            {
                pinned.Add(image.Kinds.KindAt(handle.Object.Address)?.Name ?? "?");
            }
        }

        return new HandleCounts(HeapReport.CountNames(kinds, Most), HeapReport.CountNames(pinned, Most));
    }
}
