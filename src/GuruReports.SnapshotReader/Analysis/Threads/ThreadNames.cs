using GuruReports.SnapshotReader.Analysis.Memory;
using GuruReports.SnapshotReader.Runtime.Entries;

namespace GuruReports.SnapshotReader.Analysis.Threads;

/// <summary>Finds the managed Thread objects through the handles that the runtime keeps on them: no walk needed.</summary>
internal static class ThreadNames
{
    public static Dictionary<int, (string? Name, ulong Object)> Read(Image image)
    {
        var result = new Dictionary<int, (string?, ulong)>();
        foreach (var handle in image.Runtime.EnumerateHandles())
        {
            var address = handle.Object.Address;
            if (image.Kinds.KindAt(address) is not { } kind || !kind.Is(ThreadEntries.Thread))
            {
                continue;
            }

            if (image.Fields.Value<int>(address, ThreadEntries.Id) is { } id)
            {
                result[id] = (image.Memory.Text(image.Fields.Reference(address, ThreadEntries.Name), image.Request.MaximumTextLength), address);
            }
        }

        return result;
    }
}
