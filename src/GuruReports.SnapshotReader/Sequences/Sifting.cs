namespace GuruReports.SnapshotReader.Sequences;

/// <summary>Sequences in which nothing comes twice. What came is forgotten when a sequence is asked for anew.</summary>
internal static class Sifting
{
    public static IEnumerable<T> Distinct<T>(this IEnumerable<T> source, IEqualityComparer<T>? comparer = null)
    {
        var seen = new HashSet<T>(comparer);
        foreach (var item in source)
        {
            if (seen.Add(item))
            {
                yield return item;
            }
        }
    }

    public static IEnumerable<T> DistinctBy<T, TKey>(this IEnumerable<T> source, Func<T, TKey> key)
    {
        var seen = new HashSet<TKey>();
        foreach (var item in source)
        {
            if (seen.Add(key(item)))
            {
                yield return item;
            }
        }
    }

    public static IEnumerable<T> Union<T>(this IEnumerable<T> source, IEnumerable<T> others) => source.Concat(others).Distinct();

    public static IEnumerable<T> Except<T>(this IEnumerable<T> source, IEnumerable<T> others)
    {
        var seen = others.ToHashSet();
        foreach (var item in source)
        {
            if (seen.Add(item))
            {
                yield return item;
            }
        }
    }

    public static IEnumerable<T> Intersect<T>(this IEnumerable<T> source, IEnumerable<T> others)
    {
        var left = others.ToHashSet();
        foreach (var item in source)
        {
            if (left.Remove(item))
            {
                yield return item;
            }
        }
    }
}
