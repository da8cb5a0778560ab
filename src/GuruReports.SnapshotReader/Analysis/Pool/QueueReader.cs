using GuruReports.SnapshotReader.Analysis.Memory;
using GuruReports.SnapshotReader.Runtime.Entries;

namespace GuruReports.SnapshotReader.Analysis.Pool;

/// <summary>Reads the queues of the class library without running their code.</summary>
internal sealed class QueueReader
{
    private const int Longest = 4_000_000;
    private const int SlotSize = 16;
    private const int ArrayHeader = 16;
    private readonly Image _image;

    public QueueReader(Image image) => _image = image;

    /// <summary>The items of a ConcurrentQueue of references, oldest first.</summary>
    public IEnumerable<ulong> ConcurrentQueue(ulong queue)
    {
        var seen = 0;
        for (var segment = _image.Fields.Reference(queue, QueueEntries.Head); segment != 0 && seen < Longest; segment = _image.Fields.Reference(segment, QueueEntries.Next))
        {
            var slots = _image.Fields.Reference(segment, QueueEntries.Slots);
            var mask = _image.Fields.Value<int>(segment, QueueEntries.Mask) ?? 0;
            if (slots == 0 || _image.Kinds.KindAt(segment) is not { } kind || kind.Type.GetFieldByName(QueueEntries.Ends.Field) is not { Type: { } padded } field)
            {
                yield break;
            }

            var start = segment + 8 + (uint)field.Offset;
            var head = _image.Memory.Int32(start + (uint)(padded.GetFieldByName(QueueEntries.First.Field)?.Offset ?? 0));
            var tail = _image.Memory.Int32(start + (uint)(padded.GetFieldByName(QueueEntries.Last.Field)?.Offset ?? 0));
            if (_image.Fields.Value<byte>(segment, QueueEntries.Frozen) == 1)
            {
                // A full segment is closed by moving its tail on by twice its length.
                tail -= (mask + 1) * 2;
            }

            for (var i = head; i != tail && seen < Longest; i++, seen++)
            {
                var item = _image.Memory.Pointer(slots + ArrayHeader + ((uint)(i & mask) * SlotSize));
                if (item != 0)
                {
                    yield return item;
                }
            }
        }
    }

    /// <summary>The items of an array of references, nulls left out.</summary>
    public IEnumerable<ulong> Array(ulong array, int from = 0, int to = int.MaxValue)
    {
        if (array == 0)
        {
            yield break;
        }

        var length = _image.Memory.Int32(array + 8);
        for (var i = Math.Max(0, from); i < Math.Min(Math.Min(length, to), Longest); i++)
        {
            var item = _image.Memory.Pointer(array + ArrayHeader + ((uint)i * 8));
            if (item != 0)
            {
                yield return item;
            }
        }
    }
}
