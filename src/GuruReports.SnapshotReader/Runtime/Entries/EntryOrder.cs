namespace GuruReports.SnapshotReader.Runtime.Entries;

/// <summary>Orders entries by name.</summary>
internal sealed class EntryOrder : IComparer<RuntimeEntry>
{
    public static EntryOrder Instance { get; } = new();

    public int Compare(RuntimeEntry? x, RuntimeEntry? y) => string.CompareOrdinal(x?.Name, y?.Name);
}
