using GuruReports.Inspection.Snapshot.Model.Pool;
using GuruReports.SnapshotReader.Analysis.Memory;
using GuruReports.SnapshotReader.Runtime.Entries;

namespace GuruReports.SnapshotReader.Analysis.Pool;

/// <summary>Reads what is queued on the thread pool.</summary>
internal sealed class PoolQueues
{
    private readonly Image _image;
    private readonly QueueReader _queues;

    public PoolQueues(Image image)
    {
        _image = image;
        _queues = new QueueReader(image);
    }

    /// <summary>Work items with their queue. Tasks among them are ready to run.</summary>
    public List<(WorkItemSource Queue, ulong Address)> Read(CollectedObjects collected)
    {
        var result = new List<(WorkItemSource, ulong)>();
        foreach (var pool in collected.Parts(PoolEntries.Queues))
        {
            Add(result, WorkItemSource.HighPriority, _image.Fields.Reference(pool, PoolEntries.HighPriority));
            Add(result, WorkItemSource.Global, _image.Fields.Reference(pool, PoolEntries.Global));
            Add(result, WorkItemSource.Global, _image.Fields.Reference(pool, PoolEntries.LowPriority));
            foreach (var queue in _queues.Array(_image.Fields.Reference(pool, PoolEntries.Assignable)))
            {
                Add(result, WorkItemSource.Global, queue);
            }
        }

        foreach (var local in collected.Parts(PoolEntries.Local))
        {
            AddLocal(result, local);
        }

        return result;
    }

    /// <summary>The queues themselves.</summary>
    public IEnumerable<ulong> Queues(CollectedObjects collected) => collected.Parts(PoolEntries.Queues).SelectMany(pool => (IEnumerable<ulong>)
    [
        _image.Fields.Reference(pool, PoolEntries.HighPriority), _image.Fields.Reference(pool, PoolEntries.Global), _image.Fields.Reference(pool, PoolEntries.LowPriority),
        .. _queues.Array(_image.Fields.Reference(pool, PoolEntries.Assignable)),
    ]);

    private void Add(List<(WorkItemSource, ulong)> result, WorkItemSource queue, ulong address)
    {
        foreach (var item in _queues.ConcurrentQueue(address))
        {
            result.Add((queue, item));
        }
    }

    private void AddLocal(List<(WorkItemSource, ulong)> result, ulong local)
    {
        var array = _image.Fields.Reference(local, PoolEntries.LocalItems);
        var head = _image.Fields.Value<int>(local, PoolEntries.LocalHead) ?? 0;
        var tail = _image.Fields.Value<int>(local, PoolEntries.LocalTail) ?? 0;
        var mask = _image.Fields.Value<int>(local, PoolEntries.LocalMask) ?? 0;
        for (var i = head; i != tail && i - head <= mask; i++)
        {
            var item = _image.Memory.Pointer(array + 16 + ((uint)(i & mask) * 8));
            if (item != 0)
            {
                result.Add((WorkItemSource.Local, item));
            }
        }
    }
}
