using GuruReports.SnapshotReader.KnownTypes.Rows;

namespace GuruReports.SnapshotReader.KnownTypes;

/// <summary>All rows, by the names of types.</summary>
internal static class KnownTable
{
    /// <summary>The pools. Any other pool is told by the numbers that it keeps.</summary>
    public static IReadOnlyList<KnownPool> Pools { get; } = [.. HttpRows.Pools, .. DatabaseRows.Pools];

    /// <summary>The queues.</summary>
    public static IReadOnlyList<KnownQueue> Queues { get; } = QueueRows.All;

    /// <summary>All rows.</summary>
    public static IReadOnlyList<KnownType> All { get; } = [.. Pools, .. Queues, DatabaseRows.Context];

    private static readonly HashSet<string> s_parts =
    [
        .. All.SelectMany(static row => row.TypeNames),
        .. Pools.Select(static pool => pool.Member?.TypeName).OfType<string>().SelectMany(static names => names.Split('|')),
        .. Pools.Select(static pool => pool.Places?.TypeName).OfType<string>(),
        .. HttpRows.Others,
    ];

    private static readonly ILookup<string, KnownQueue> s_queues = ByName(Queues);
    private static readonly ILookup<string, KnownPool> s_pools = ByName(Pools);
    private static readonly HashSet<string> s_shared = [.. HttpRows.Shared, .. DatabaseRows.Shared];

    /// <summary>Whether objects of a type, by its name without parameters, are what a row speaks of: the walk has to keep them.</summary>
    public static bool IsPart(string plainName) => s_parts.Contains(plainName);

    /// <summary>Whether objects of a type are made once for all calls: who has one has none of what it leads to.</summary>
    public static bool IsShared(string plainName) => s_shared.Contains(plainName);

    /// <summary>The rows of queues for a type.</summary>
    public static IEnumerable<KnownQueue> QueuesOf(string plainName) => s_queues[plainName];

    /// <summary>The rows of pools for a type, the more special ones first.</summary>
    public static IEnumerable<KnownPool> PoolsOf(string plainName) => s_pools[plainName];

    private static ILookup<string, T> ByName<T>(IEnumerable<T> rows)
        where T : KnownType =>
        rows.SelectMany(static row => row.TypeNames, static (row, name) => (Name: name, Row: row)).ToLookup(static pair => pair.Name, static pair => pair.Row);
}
