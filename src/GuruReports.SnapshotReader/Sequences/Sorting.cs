namespace GuruReports.SnapshotReader.Sequences;

/// <summary>Sequences in an order.</summary>
internal static class Sorting
{
    public static Ordered<T> Order<T>(this IEnumerable<T> source, IComparer<T>? comparer = null) => new(source, (comparer ?? Comparer<T>.Default).Compare);

    public static Ordered<T> OrderBy<T, TKey>(this IEnumerable<T> source, Func<T, TKey> key, IComparer<TKey>? comparer = null) =>
        new(source, Ordered<T>.By(key, comparer));

    public static Ordered<T> OrderByDescending<T, TKey>(this IEnumerable<T> source, Func<T, TKey> key, IComparer<TKey>? comparer = null) =>
        new(source, Ordered<T>.Reversed(Ordered<T>.By(key, comparer)));
}
