namespace GuruReports.SnapshotReader.Sequences;

/// <summary>Items of one key, in the order of their coming.</summary>
internal sealed class Group<TKey, T>(TKey key) : List<T>
{
    public TKey Key { get; } = key;
}
