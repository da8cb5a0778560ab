using GuruReports.Inspection.CoreClr.Layout;
using GuruReports.SnapshotReader.Analysis.Memory;
using GuruReports.SnapshotReader.Runtime;
using GuruReports.SnapshotReader.Runtime.Entries;

namespace GuruReports.SnapshotReader.Analysis.Threads;

/// <summary>
/// From .NET 11 on the monitor of an object that somebody has waited for is a managed Lock, to which the object's sync block
/// refers. The runtime describes where.
/// </summary>
internal sealed class MonitorLocks
{
    private readonly Dictionary<ulong, ulong> _objects = [];
    private readonly Dictionary<ulong, ulong> _locks = [];

    /// <summary>Reads the table of sync blocks. Empty where monitors are native, or not known.</summary>
    public static MonitorLocks Read(Image image)
    {
        var result = new MonitorLocks();
        if (image.Known.Has(Features.Monitors) && image.Libraries.Descriptor is { } descriptor && descriptor.Has(LockEntries.MonitorLock.Structure, LockEntries.MonitorLock.Field))
        {
            result.Fill(image, descriptor);
        }

        return result;
    }

    /// <summary>The object whose monitor a Lock is; 0 when it is none.</summary>
    public ulong ObjectOf(ulong address) => _objects.GetValueOrDefault(address);

    /// <summary>The Lock that is the monitor of an object; 0 when it has none.</summary>
    public ulong LockOf(ulong address) => _locks.GetValueOrDefault(address);

    private void Fill(Image image, RuntimeDescriptor descriptor)
    {
        ulong Offset(RuntimeLayout layout) => (ulong)descriptor.Offset(layout.Structure, layout.Field);
        var (size, block, target, handle) = (Offset(LockEntries.EntrySize), Offset(LockEntries.EntryBlock), Offset(LockEntries.EntryObject), Offset(LockEntries.MonitorLock));
        var memory = image.Memory;
        var table = memory.Pointer(descriptor.Global(LockEntries.SyncTable.Name));
        foreach (var known in image.Runtime.Heap.EnumerateSyncBlocks())
        {
            var entry = table + ((ulong)known.Index * size);
            if (known.Object == 0 || memory.Pointer(entry + target) != known.Object)
            {
                continue;
            }

            // A handle is the address of a reference; a monitor that nobody waited for yet has none.
            var found = memory.Pointer(memory.Pointer(memory.Pointer(entry + block) + handle));
            if (found != 0 && image.Kinds.KindAt(found) is { } kind && (kind.Roles & ObjectRoles.Lock) != 0)
            {
                _objects[found] = known.Object;
                _locks[known.Object] = found;
            }
        }
    }
}
