namespace GuruReports.SnapshotReader.Sequences;

/// <summary>Collections of what is in a sequence.</summary>
internal static class Collecting
{
    public static List<T> ToList<T>(this IEnumerable<T> source) => new(source);

    public static T[] ToArray<T>(this IEnumerable<T> source) => source.ToList().ToArray();

    public static HashSet<T> ToHashSet<T>(this IEnumerable<T> source, IEqualityComparer<T>? comparer = null) => new(source, comparer);

    public static Dictionary<TKey, T> ToDictionary<T, TKey>(this IEnumerable<T> source, Func<T, TKey> key, IEqualityComparer<TKey>? comparer = null)
        where TKey : notnull => source.ToDictionary(key, static item => item, comparer);

    public static Dictionary<TKey, TValue> ToDictionary<T, TKey, TValue>(this IEnumerable<T> source, Func<T, TKey> key, Func<T, TValue> value, IEqualityComparer<TKey>? comparer = null)
        where TKey : notnull
    {
        var result = new Dictionary<TKey, TValue>(comparer);
        foreach (var item in source)
        {
            result.Add(key(item), value(item));
        }

        return result;
    }

    public static Lookup<TKey, T> ToLookup<T, TKey>(this IEnumerable<T> source, Func<T, TKey> key, IEqualityComparer<TKey>? comparer = null)
        where TKey : notnull
    {
        var result = new Lookup<TKey, T>(comparer);
        foreach (var item in source)
        {
            result.Add(key(item), item);
        }

        return result;
    }

    public static Lookup<TKey, TValue> ToLookup<T, TKey, TValue>(this IEnumerable<T> source, Func<T, TKey> key, Func<T, TValue> value, IEqualityComparer<TKey>? comparer = null)
        where TKey : notnull
    {
        var result = new Lookup<TKey, TValue>(comparer);
        foreach (var item in source)
        {
            result.Add(key(item), value(item));
        }

        return result;
    }

    public static IEnumerable<Group<TKey, T>> GroupBy<T, TKey>(this IEnumerable<T> source, Func<T, TKey> key, IEqualityComparer<TKey>? comparer = null)
        where TKey : notnull
    {
        foreach (var group in source.ToLookup(key, comparer))
        {
            yield return group;
        }
    }

    public static IEnumerable<Group<TKey, TValue>> GroupBy<T, TKey, TValue>(this IEnumerable<T> source, Func<T, TKey> key, Func<T, TValue> value, IEqualityComparer<TKey>? comparer = null)
        where TKey : notnull
    {
        foreach (var group in source.ToLookup(key, value, comparer))
        {
            yield return group;
        }
    }
}
