namespace GuruReports.SnapshotReader.KnownTypes;

/// <summary>The pools of libraries that are known by name. Any other pool is told by the numbers that it keeps.</summary>
internal static class KnownPools
{
    private static readonly (string, string, string) s_authority = ("_originAuthority", "<IdnHost>k__BackingField", "<Port>k__BackingField");

    private static readonly KnownPool[] s_pools =
    [
        new()
        {
            TypeName = "System.Net.Http.HttpConnectionPool",
            Lends = "streams on the HTTP/2 connection",
            WaitsFor = "Http2Connection",
            Setting = "the server's limit on concurrent streams (SETTINGS_MAX_CONCURRENT_STREAMS); SocketsHttpHandler.EnableMultipleHttp2Connections allows more connections",
            Peer = s_authority,
            Members = ("System.Net.Http.Http2Connection", "_pool", "_maxConcurrentStreams", "_httpStreams"),
        },
        new()
        {
            TypeName = "System.Net.Http.HttpConnectionPool",
            Lends = "HTTP connections",
            Limit = "_maxHttp11Connections",
            Count = "_associatedHttp11ConnectionCount",
            Setting = "SocketsHttpHandler.MaxConnectionsPerServer",
            Peer = s_authority,
        },
        new()
        {
            TypeName = "Npgsql.PoolingDataSource",
            Lends = "database connections",
            Limit = "<MaxConnections>k__BackingField",
            Count = "_numConnectors",
            Free = "_idleCount",
            Setting = "Maximum Pool Size",
        },
        new()
        {
            TypeName = "Npgsql.PoolingDataSource",
            Lends = "database connections",
            Limit = "_max",
            Count = "_numConnectors",
            Free = "_idleCount",
            Setting = "Maximum Pool Size",
        },
    ];

    /// <summary>The rows for a type of pool, the more special ones first.</summary>
    public static IEnumerable<KnownPool> Of(string typeName) => s_pools.Where(pool => pool.TypeName == typeName);

    /// <summary>Whether objects of a type are known pools or parts of one, which the walk has to keep.</summary>
    public static bool IsPart(string? typeName) =>
        typeName is not null && Array.Exists(s_pools, pool => pool.TypeName == typeName || pool.Members?.TypeName == typeName);
}
