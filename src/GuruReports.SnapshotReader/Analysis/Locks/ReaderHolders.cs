using GuruReports.SnapshotReader.Analysis.Memory;
using GuruReports.SnapshotReader.Analysis.Threads;
using GuruReports.SnapshotReader.Runtime.Entries;
using Microsoft.Diagnostics.Runtime;

namespace GuruReports.SnapshotReader.Analysis.Locks;

/// <summary>
/// Who is inside reader-writer locks as a reader: each thread keeps a list of its own counts, by the number of the lock.
/// </summary>
internal sealed class ReaderHolders(Image image, IReadOnlyList<ThreadImage> threads)
{
    private const int LongestList = 1000;

    private ILookup<long, int>? _byLock;

    /// <summary>The managed ids of the threads whose lists say so, ascending; empty when none can be read.</summary>
    public IReadOnlyList<int> Of(ulong address) =>
        image.Fields.Value<long>(address, LockEntries.Number) is { } number && image.Kinds.KindAt(address) is { } kind
            ? [.. (_byLock ??= Read(kind.Type))[number]]
            : [];

    private ILookup<long, int> Read(ClrType type)
    {
        var declaring = type;
        while (image.Known.TypeOf(declaring) != LockEntries.ReaderWriter && declaring.BaseType is { } parent)
        {
            declaring = parent;
        }

        var lists = image.Known.Has(Features.ReaderLists) ? declaring.ThreadStaticFields.FirstOrDefault(static field => field.Name == LockEntries.Lists.Field) : null;
        return (lists is null ? [] : threads.SelectMany(thread => Inside(lists, thread)))
            .OrderBy(static inside => inside.Thread).ToLookup(static inside => inside.Lock, static inside => inside.Thread);
    }

    private List<(long Lock, int Thread)> Inside(ClrThreadStaticField lists, ThreadImage thread)
    {
        var result = new List<(long, int)>();
        var node = lists.IsInitialized(thread.Thread) ? lists.ReadObject(thread.Thread).Address : 0;
        for (var i = 0; node != 0 && i < LongestList; i++)
        {
            if (image.Fields.Value<int>(node, LockEntries.CountReaders) is > 0 && image.Fields.Value<long>(node, LockEntries.CountLock) is { } number)
            {
                result.Add((number, thread.ManagedId));
            }

            node = image.Fields.Reference(node, LockEntries.CountNext);
        }

        return result;
    }
}
