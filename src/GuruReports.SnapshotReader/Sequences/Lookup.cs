using System.Collections;

namespace GuruReports.SnapshotReader.Sequences;

/// <summary>Groups by their keys, in the order in which the keys came.</summary>
internal sealed class Lookup<TKey, T>(IEqualityComparer<TKey>? comparer) : IEnumerable<Group<TKey, T>>
    where TKey : notnull
{
    private readonly Dictionary<TKey, Group<TKey, T>> _byKey = new(comparer);
    private readonly List<Group<TKey, T>> _groups = [];

    /// <summary>The items of a key; none for one that never came.</summary>
    public IReadOnlyList<T> this[TKey key] => _byKey.TryGetValue(key, out var group) ? group : [];

    public bool Contains(TKey key) => _byKey.ContainsKey(key);

    public IEnumerator<Group<TKey, T>> GetEnumerator() => _groups.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal void Add(TKey key, T item)
    {
        if (!_byKey.TryGetValue(key, out var group))
        {
            _groups.Add(group = new Group<TKey, T>(key));
            _byKey.Add(key, group);
        }

        group.Add(item);
    }
}
