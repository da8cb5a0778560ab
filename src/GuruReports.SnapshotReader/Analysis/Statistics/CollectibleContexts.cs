using GuruReports.Inspection.Snapshot.Model.Heap;
using GuruReports.SnapshotReader.Analysis.Memory;
using GuruReports.SnapshotReader.Runtime.Entries;

namespace GuruReports.SnapshotReader.Analysis.Statistics;

/// <summary>Lists the collectible load contexts that objects or types keep alive.</summary>
internal static class CollectibleContexts
{
    private const int Most = 40;

    public static IReadOnlyList<CountedName> Read(Image image)
    {
        var names = new List<string>();
        var seen = new HashSet<ulong>();
        foreach (var kind in image.Kinds.Kinds)
        {
            if (!kind.Type.IsCollectible || !seen.Add(kind.Type.LoaderAllocatorHandle))
            {
                continue;
            }

            var context = kind.Type.AssemblyLoadContextAddress;
            var name = image.Memory.Text(image.Fields.Reference(context, ThreadEntries.LoadContextName), image.Request.MaximumTextLength);
            names.Add(name ?? Path.GetFileNameWithoutExtension(kind.Type.Module.Name ?? kind.Type.Module.AssemblyName) ?? "unnamed");
        }

        return HeapReport.CountNames(names, Most);
    }
}
