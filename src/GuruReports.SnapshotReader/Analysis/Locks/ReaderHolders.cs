using GuruReports.SnapshotReader.Analysis.Memory;
using GuruReports.SnapshotReader.Analysis.Threads;
using Microsoft.Diagnostics.Runtime;

namespace GuruReports.SnapshotReader.Analysis.Locks;

/// <summary>
/// Who is inside reader-writer locks as a reader: each thread keeps a list of its own counts, by the number of the lock.
/// </summary>
internal sealed class ReaderHolders(Image image, IReadOnlyList<ThreadImage> threads)
{
    private const string TypeName = "System.Threading.ReaderWriterLockSlim";
    private const int LongestList = 1000;

    private ILookup<long, int>? _byLock;

    /// <summary>The managed ids of the threads whose lists say so, ascending; empty when none can be read.</summary>
    public IReadOnlyList<int> Of(ulong address) =>
        image.Fields.Value<long>(address, "_lockID") is { } number && image.Kinds.KindAt(address) is { } kind
            ? [.. (_byLock ??= Read(kind.Type))[number]]
            : [];

    private ILookup<long, int> Read(ClrType type)
    {
        var declaring = type;
        while (declaring.Name != TypeName && declaring.BaseType is { } parent)
        {
            declaring = parent;
        }

        var lists = declaring.ThreadStaticFields.FirstOrDefault(static field => field.Name == "t_rwc");
        return (lists is null ? [] : threads.SelectMany(thread => Inside(lists, thread)))
            .OrderBy(static inside => inside.Thread).ToLookup(static inside => inside.Lock, static inside => inside.Thread);
    }

    private List<(long Lock, int Thread)> Inside(ClrThreadStaticField lists, ThreadImage thread)
    {
        var result = new List<(long, int)>();
        var node = lists.IsInitialized(thread.Thread) ? lists.ReadObject(thread.Thread).Address : 0;
        for (var i = 0; node != 0 && i < LongestList; i++)
        {
            if (image.Fields.Value<int>(node, "readercount") is > 0 && image.Fields.Value<long>(node, "lockID") is { } number)
            {
                result.Add((number, thread.ManagedId));
            }

            node = image.Fields.Reference(node, "next");
        }

        return result;
    }
}
