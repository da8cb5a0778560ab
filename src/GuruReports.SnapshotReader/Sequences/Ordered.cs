using System.Collections;

namespace GuruReports.SnapshotReader.Sequences;

/// <summary>A sequence that is sorted when it is asked for; equals stay in their order. A key is asked for at each comparison: keys are fields here, or little more.</summary>
internal sealed class Ordered<T>(IEnumerable<T> source, Comparison<T> compare) : IEnumerable<T>
{
    public Ordered<T> ThenBy<TKey>(Func<T, TKey> key, IComparer<TKey>? comparer = null) => Then(By(key, comparer));

    public Ordered<T> ThenByDescending<TKey>(Func<T, TKey> key, IComparer<TKey>? comparer = null) => Then(Reversed(By(key, comparer)));

    public IEnumerator<T> GetEnumerator()
    {
        var items = source.ToList();

        // Numbers are sorted, whatever is sorted: one sorting algorithm over numbers, not one over each kind of item.
        var places = new int[items.Count];
        for (var place = 0; place < places.Length; place++)
        {
            places[place] = place;
        }

        Array.Sort(places, (one, other) => compare(items[one], items[other]) is var result and not 0 ? result : one - other);
        foreach (var place in places)
        {
            yield return items[place];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal static Comparison<T> By<TKey>(Func<T, TKey> key, IComparer<TKey>? comparer)
    {
        var keys = comparer ?? Comparer<TKey>.Default;
        return (one, other) => keys.Compare(key(one), key(other));
    }

    internal static Comparison<T> Reversed(Comparison<T> comparison) => (one, other) => comparison(other, one);

    private Ordered<T> Then(Comparison<T> next) => new(source, (one, other) => compare(one, other) is var result and not 0 ? result : next(one, other));
}
