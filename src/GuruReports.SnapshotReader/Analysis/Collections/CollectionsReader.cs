using System.Runtime.InteropServices;
using GuruReports.Inspection.Snapshot.Model.Heap;
using GuruReports.SnapshotReader.Analysis.Known;
using GuruReports.SnapshotReader.Analysis.Memory;
using GuruReports.SnapshotReader.KnownTypes;

namespace GuruReports.SnapshotReader.Analysis.Collections;

/// <summary>
/// Tells the largest collections, what is in them, and which fields keep them: from their arrays, which the walk has kept, back over the
/// collection to what refers to that. Each step back is one more walk of the heap, so it is made only where walking is quick.
/// </summary>
internal sealed class CollectionsReader(Image image, CollectedObjects collected)
{
    private const int MostSteps = 3;
    private const int Most = 10;
    private const int MostCounted = 4_000_000;
    private const int Chunk = 8_192;
    private const int Looked = 256;
    private const int FirstElement = 16;
    private const int WordSize = 8;
    private static readonly TimeSpan s_latest = TimeSpan.FromSeconds(2);
    private readonly Dictionary<ulong, List<Referrer>> _referrers = [];
    private readonly CollectionLengths _lengths = new(image, new FieldPaths(image));

    public (IReadOnlyList<LargeCollection> Found, string? Unknown) Read(TimeSpan walk)
    {
        var arrays = collected.LongArrays.Longest;
        if (arrays.Count == 0)
        {
            return ([], null);
        }

        if (!image.Request.FindCollections)
        {
            return ([], "not searched for, since memory did not seem to grow or to run out (Snapshot:HeapWalk searches always)");
        }

        string? unknown = null;
        var targets = arrays.Select(static array => array.Address).ToHashSet();
        var all = targets.ToHashSet();
        for (var step = 0; step < MostSteps && targets.Count > 0; step++)
        {
            // A step takes as long as the first walk did; one that comes too late on a busy machine could cost the whole snapshot.
            if (image.Clock.Elapsed + walk > s_latest || ReferrerSearch.Find(image, targets) is not { } found)
            {
                unknown = FormattableString.Invariant($"to walk the heap again for it, {walk.TotalMilliseconds:0} ms each time, would take too long");
                break;
            }

            foreach (var (target, referrers) in found)
            {
                _referrers[target] = referrers;
            }

            targets = [.. found.Values.SelectMany(static referrers => referrers).Where(static referrer => referrer.IsCollection).Select(static referrer => referrer.Address).Where(all.Add)];
        }

        var statics = StaticFields.ThatReferTo(image, all);
        var told = arrays.Select(array => Describe(array, statics)).OfType<LargeCollection>()
            .GroupBy(static collection => string.Join('\n', collection.Places.Prepend(collection.TypeName)), StringComparer.Ordinal)
            .Select(static group => group.MaxBy(static collection => collection.Count)!)
            .OrderByDescending(static collection => collection.Count)
            .Take(Most)
            .ToList();
        return (told, told.Count > 0 ? null : unknown);
    }

    // An array that nothing refers to any more waits for the collector: collections leave one behind whenever they grow.
    private LargeCollection? Describe((ulong Address, ObjectKind Kind, int Length) array, Dictionary<ulong, string> statics)
    {
        var (address, kind) = (array.Address, array.Kind);
        for (var step = 0; step < MostSteps && !statics.ContainsKey(address) && OwnerOf(address) is { } owner; step++)
        {
            (address, kind) = (owner.Address, owner.Kind);
        }

        var places = _referrers.GetValueOrDefault(address, []).Where(static referrer => !referrer.IsCollection).Select(PlaceOf).Concat(statics.TryGetValue(address, out var name) ? [name] : []).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var count = address == array.Address || _lengths.Of(address).Number is not { } known ? InUse(array) : known;
        return places.Count == 0 || count < LongArrays.Least ? null
            : new LargeCollection { TypeName = kind.Name, Count = count, ElementType = ElementOf(array), Places = places };
    }

    // The collection that an array, or a part of a collection, belongs to, first one that something refers to; null for one that a field of something else refers to.
    private Referrer? OwnerOf(ulong address) =>
        !_referrers.TryGetValue(address, out var referrers) || referrers.Count == 0 || !referrers.TrueForAll(static referrer => referrer.IsCollection) ? null
        : referrers.OrderByDescending(referrer => _referrers.GetValueOrDefault(referrer.Address, []).Exists(static next => !next.IsCollection)).ThenByDescending(referrer => _referrers.ContainsKey(referrer.Address)).First();

    private static string PlaceOf(Referrer referrer) =>
        $"{referrer.Kind.Name}.{FieldNames.Readable(referrer.Kind.Type.Fields.Where(field => field.Offset + WordSize <= referrer.Offset).MaxBy(static field => field.Offset)?.Name)}";

    private long InUse((ulong Address, ObjectKind Kind, int Length) array)
    {
        if (array.Kind.ComponentSize != WordSize || array.Length > MostCounted)
        {
            return array.Length;
        }

        var (used, elements) = (0L, new ulong[Chunk]);
        for (var index = 0; index < array.Length; index += Chunk)
        {
            var part = elements.AsSpan(0, Math.Min(Chunk, array.Length - index));
            part.Clear();
            image.Memory.ReadBulk(array.Address + FirstElement + ((ulong)index * WordSize), MemoryMarshal.AsBytes(part));
            used += part.Length - part.Count(0UL);
        }

        return used;
    }

    // Of keys and values the values tell more than texts do; a node of a collection is none of its elements, but what it refers to may be.
    private string? ElementOf((ulong Address, ObjectKind Kind, int Length) array)
    {
        var kinds = new Dictionary<ObjectKind, int>();
        var words = (ulong)Math.Min(Looked, array.Length) * (array.Kind.ComponentSize / WordSize);
        for (var word = 0UL; word < words; word++)
        {
            // A word of a structure may be a number: only what the walk has met counts.
            var reference = image.Memory.Pointer(array.Address + FirstElement + (word * WordSize));
            if (image.Kinds.KnownKindAt(reference) is { } kind)
            {
                foreach (var found in kind.IsPartOfCollection ? ReferenceMap.Of(image.Memory, kind).Select(offset => image.Kinds.KnownKindAt(image.Memory.Pointer(reference + (uint)offset))).OfType<ObjectKind>().Where(static inner => !inner.IsPartOfCollection) : [kind])
                {
                    kinds[found] = kinds.GetValueOrDefault(found) + 1;
                }
            }
        }

        return kinds.OrderBy(static counted => counted.Key.Roles == ObjectRoles.String).ThenByDescending(static counted => counted.Value).FirstOrDefault().Key?.Name;
    }
}
