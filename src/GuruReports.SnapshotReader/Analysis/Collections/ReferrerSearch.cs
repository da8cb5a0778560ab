using System.Runtime.InteropServices;
using GuruReports.SnapshotReader.Analysis.Memory;

namespace GuruReports.SnapshotReader.Analysis.Collections;

/// <summary>Finds, in one more walk of the heap, the objects whose fields refer to a few others. Elements of arrays are no fields.</summary>
internal sealed class ReferrerSearch : IObjectVisitor
{
    private const int MostReferrers = 8;

    // Each change of a list of handlers leaves a delegate behind that refers to the same array: which one is alive, the next step back tells.
    private const int MostCollections = 100_000;
    private readonly Image _image;
    private readonly IReadOnlySet<ulong> _targets;
    private readonly Dictionary<ulong, List<Referrer>> _found = [];
    private int _collections;
    private readonly ulong _first;
    private readonly ulong _last;
    private int[]?[] _offsets = [];

    private ReferrerSearch(Image image, IReadOnlySet<ulong> targets)
    {
        _image = image;
        _targets = targets;
        (_first, _last) = (targets.Min(), targets.Max());
    }

    public ObjectRoles Wanted => ObjectRoles.Any;

    /// <summary>Returns who refers to each, the first eight; null where the time was over before the heap was.</summary>
    public static IReadOnlyDictionary<ulong, List<Referrer>>? Find(Image image, IReadOnlySet<ulong> targets)
    {
        // The walk counts at the kinds; what it counted the first time is still wanted.
        var counted = image.Kinds.Kinds.Select(static kind => (kind, kind.Count, kind.Bytes)).ToList();
        var search = new ReferrerSearch(image, targets);
        var walker = new HeapWalker(image.Runtime.Heap, image.Memory, image.Kinds, image.Clock);
        walker.Walk(search, frozen: false);
        foreach (var (kind, count, bytes) in counted)
        {
            (kind.Count, kind.Bytes) = (count, bytes);
        }

        foreach (var added in image.Kinds.Kinds.Skip(counted.Count))
        {
            (added.Count, added.Bytes) = (0, 0);
        }

        return walker.StoppedByDeadline ? null : search._found;
    }

    public void Enter(HeapSegment segment)
    {
    }

    public void Progress(double share)
    {
    }

    public void Visit(ulong address, ObjectKind kind, ulong size, ReadOnlySpan<byte> bytes, uint header)
    {
        if (kind.ComponentSize > 0)
        {
            return;
        }

        foreach (var offset in OffsetsOf(kind))
        {
            var reference = offset + sizeof(ulong) <= bytes.Length ? MemoryMarshal.Read<ulong>(bytes[offset..]) : _image.Memory.Pointer(address + (uint)offset);
            if (reference >= _first && reference <= _last && _targets.Contains(reference))
            {
                Note(reference, new Referrer(address, kind, offset));
            }
        }
    }

    private void Note(ulong target, Referrer referrer)
    {
        var referrers = CollectionsMarshal.GetValueRefOrAddDefault(_found, target, out _) ??= [];
        if (referrer.IsCollection ? _collections++ < MostCollections : referrers.Count < MostReferrers || referrers[^1].IsCollection)
        {
            referrers.Add(referrer);
        }
    }

    private int[] OffsetsOf(ObjectKind kind)
    {
        if (kind.Index >= _offsets.Length)
        {
            Array.Resize(ref _offsets, Math.Max(1024, (kind.Index + 1) * 2));
        }

        return _offsets[kind.Index] ??= [.. ReferenceMap.Of(_image.Memory, kind)];
    }
}
