namespace GuruReports.SnapshotReader.Sequences;

/// <summary>Counts, sums and extremes.</summary>
internal static class Measuring
{
    public static int Count<T>(this IEnumerable<T> source)
    {
        if (source is ICollection<T> collection)
        {
            return collection.Count;
        }

        var count = 0;
        foreach (var _ in source)
        {
            count++;
        }

        return count;
    }

    public static int Count<T>(this IEnumerable<T> source, Func<T, bool> wanted) => source.Sum(item => wanted(item) ? 1 : 0);

    public static int Sum<T>(this IEnumerable<T> source, Func<T, int> number)
    {
        var sum = 0;
        foreach (var item in source)
        {
            sum = checked(sum + number(item));
        }

        return sum;
    }

    public static long Sum<T>(this IEnumerable<T> source, Func<T, long> number)
    {
        var sum = 0L;
        foreach (var item in source)
        {
            sum = checked(sum + number(item));
        }

        return sum;
    }

    public static TResult Aggregate<T, TResult>(this IEnumerable<T> source, TResult start, Func<TResult, T, TResult> add)
    {
        foreach (var item in source)
        {
            start = add(start, item);
        }

        return start;
    }

    /// <summary>The highest that is not null; of none null, or an error where there is no null.</summary>
    public static T? Max<T>(this IEnumerable<T> source) => source.MaxBy(static item => item);

    public static T? Min<T>(this IEnumerable<T> source) => source.MinBy(static item => item);

    /// <inheritdoc cref="Max{T}"/>
    public static TKey? Max<T, TKey>(this IEnumerable<T> source, Func<T, TKey> key) => Present(TryFind(source, key, 1, out _, out var highest), highest);

    /// <summary>The first item of the highest key; of none null, or an error where there is no null.</summary>
    public static T? MaxBy<T, TKey>(this IEnumerable<T> source, Func<T, TKey> key) => Present(TryFind(source, key, 1, out var item, out _), item);

    public static T? MinBy<T, TKey>(this IEnumerable<T> source, Func<T, TKey> key) => Present(TryFind(source, key, -1, out var item, out _), item);

    private static T? Present<T>(bool any, T? value) => any || default(T) is null ? value : throw new InvalidOperationException("there is none");

    private static bool TryFind<T, TKey>(IEnumerable<T> source, Func<T, TKey> key, int direction, out T? best, out TKey? bestKey)
    {
        var any = false;
        best = default;
        bestKey = default;
        foreach (var item in source)
        {
            if (key(item) is var next && (!any || next is not null && (bestKey is null || Comparer<TKey>.Default.Compare(next, bestKey) * direction > 0)))
            {
                (any, best, bestKey) = (true, item, next);
            }
        }

        return any;
    }
}
