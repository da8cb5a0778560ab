namespace GuruReports.SnapshotReader.Analysis.Memory;

/// <summary>Follows references from an object, breadth first, to the nearest few thousand objects.</summary>
internal static class ObjectReach
{
    private const int MostObjects = 4_000;
    private const int MostElements = 4_096;
    private const int WordSize = 8;
    private const int FirstElement = 16;

    /// <summary>The addresses reached, nearest first, the object itself left out.</summary>
    public static IEnumerable<ulong> From(Image image, ulong start)
    {
        var seen = new HashSet<ulong> { start };
        var pending = new Queue<ulong>([start]);
        while (pending.TryDequeue(out var address) && seen.Count < MostObjects)
        {
            if (image.Kinds.KindAt(address) is not { } kind)
            {
                continue;
            }

            foreach (var offset in Offsets(image, kind, address))
            {
                var next = image.Memory.Pointer(address + (uint)offset);
                if (IsObject(image, next) && seen.Add(next))
                {
                    pending.Enqueue(next);
                    yield return next;
                }
            }
        }
    }

    // Elements may be structs that hold references: every word of theirs is tried.
    private static IEnumerable<int> Offsets(Image image, ObjectKind kind, ulong address)
    {
        if (kind.ComponentSize == 0)
        {
            return ReferenceMap.Of(image.Memory, kind);
        }

        var words = kind.ComponentSize < WordSize || !kind.Type.ContainsPointers ? 0 : (int)Math.Min(MostElements, (long)image.Memory.Int32(address + WordSize) * kind.ComponentSize / WordSize);
        return Enumerable.Range(0, Math.Max(0, words)).Select(static word => FirstElement + (word * WordSize));
    }

    // Types that the walk has met; a word that is no reference is never asked of the runtime.
    private static bool IsObject(Image image, ulong address) =>
        image.Kinds.KnownKindAt(address) is { Roles: not ObjectRoles.Free and not ObjectRoles.String };
}
