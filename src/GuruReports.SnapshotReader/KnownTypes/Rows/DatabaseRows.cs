using GuruReports.Inspection.Snapshot.Model.Calls;

namespace GuruReports.SnapshotReader.KnownTypes.Rows;

/// <summary>Clients of databases.</summary>
internal static class DatabaseRows
{
    /// <summary>A context of EF Core by its tracker of entities: the context, whether it was disposed of, its pool, and what it tracks.</summary>
    public const string Tracker = "Microsoft.EntityFrameworkCore.ChangeTracking.Internal.StateManager";
    public const string TrackerContext = "<Context>k__BackingField";
    public const string ContextIsDisposed = "<Context>k__BackingField/_disposed";
    public const string ContextPool = "<Context>k__BackingField/_lease/_contextPool";

    public static string[] Tracked { get; } =
    [
        "_entityReferenceMap/_detachedReferenceMap", "_entityReferenceMap/_unchangedReferenceMap", "_entityReferenceMap/_addedReferenceMap",
        "_entityReferenceMap/_modifiedReferenceMap", "_entityReferenceMap/_deletedReferenceMap",
    ];

    /// <summary>The row for it.</summary>
    public static KnownContext Context { get; } = new()
    {
        Library = new("EF Core", "Microsoft.EntityFrameworkCore", "8.0.34, 9.0.23, 10.0.0, 10.0.15"),
        TypeName = Tracker,
    };

    /// <summary>Commands that a thread runs without letting go of it: the type, its text, and the beginning of the names of the methods that run it.</summary>
    public static IReadOnlyList<(string Library, string TypeName, string Text, string Methods)> Blocking { get; } =
        [("Microsoft.Data.Sqlite", "Microsoft.Data.Sqlite.SqliteCommand", "_commandText", "Microsoft.Data.Sqlite.SqliteCommand"), ("Microsoft.Data.Sqlite", "Microsoft.Data.Sqlite.SqliteCommand", "_commandText", "Microsoft.Data.Sqlite.SqliteDataReader")];

    private static readonly KnownLibrary s_npgsql = new("Npgsql", "Npgsql", "8.0.5, 9.0.3, 10.0.3");

    /// <summary>What all calls share.</summary>
    public static IReadOnlyList<string> Shared { get; } = ["Npgsql.UnpooledDataSource", "Npgsql.NpgsqlMultiHostDataSource", "Npgsql.MultiHostDataSourceWrapper"];

    public static IReadOnlyList<KnownPool> Pools { get; } =
    [
        new()
        {
            Library = s_npgsql,
            TypeName = "Npgsql.PoolingDataSource",
            Lends = "database connections",
            Most = ["<MaxConnections>k__BackingField|_max"],
            InUse = ["_numConnectors", "-_idleCount"],
            Idle = ["_idleCount"],
            Waiting = ["_idleConnectorReader/_parent/_blockedReadersHead", "_idleConnectorReader/_parent/_waitingReadersHead"],
            Setting = "Maximum Pool Size",
            Peer = new("<Settings>k__BackingField/_host", "<Settings>k__BackingField/_port", "<Settings>k__BackingField/_database"),
            Member = new("Npgsql.Internal.NpgsqlConnector")
            {
                Pool = "<DataSource>k__BackingField",
                Lent = "<Connection>k__BackingField",
                Handle = "<Connection>k__BackingField",
                Through = ["Npgsql.", "Microsoft.EntityFrameworkCore."],
                Command = "_currentCommand/_commandText",
                Executes = [("_state", 3, CallState.Executing), ("_state", 4, CallState.Fetching)],
                Doing = [("<TransactionStatus>k__BackingField", 'T', "in a transaction"), ("<TransactionStatus>k__BackingField", 'E', "in a failed transaction")],
            },
        },
        new()
        {
            Library = new("Microsoft.Data.SqlClient", "Microsoft.Data.SqlClient", "5.2.2, 6.1.8, 7.1.1"),
            TypeName = "Microsoft.Data.ProviderBase.DbConnectionPool|Microsoft.Data.SqlClient.ConnectionPool.WaitHandleDbConnectionPool",
            Lends = "database connections",
            Most = ["_connectionPoolGroupOptions/_maxPoolSize"],
            InUse = ["_objectList", "-_stackOld", "-_stackNew"],
            Idle = ["_stackOld", "_stackNew"],
            Waiting = ["_waitCount", "_pendingOpens"],
            Setting = "Max Pool Size",
            Peer = new("_connectionPoolGroup/_connectionOptions/_dataSource|<DataSource>k__BackingField"),
        },
        new()
        {
            Library = new("MySqlConnector", "MySqlConnector", "2.4.0, 2.6.2"),
            TypeName = "MySqlConnector.Core.ConnectionPool",
            Lends = "database connections",
            Most = ["<ConnectionSettings>k__BackingField/<MaximumPoolSize>k__BackingField"],
            InUse = ["m_leasedSessions"],
            Opening = ["<ConnectionSettings>k__BackingField/<MaximumPoolSize>k__BackingField", "-m_sessionSemaphore/m_currentCount", "-m_leasedSessions"],
            Idle = ["m_sessions"],
            Waiting = ["m_sessionSemaphore/m_waitCount", "m_sessionSemaphore/m_asyncHead"],
            Setting = "Maximum Pool Size",
            Peer = new("<ConnectionSettings>k__BackingField/<HostNames>k__BackingField", "<ConnectionSettings>k__BackingField/<Port>k__BackingField", "<ConnectionSettings>k__BackingField/<Database>k__BackingField"),
        },
        new()
        {
            Library = new("Microsoft.Data.Sqlite", "Microsoft.Data.Sqlite", "8.0.34, 9.0.23, 10.0.0, 10.0.15"),
            TypeName = "Microsoft.Data.Sqlite.SqliteConnectionPool",
            Lends = "database connections",
            InUse = ["_connections", "-_warmPool", "-_coldPool"],
            Idle = ["_warmPool", "_coldPool"],
            Peer = new("_connectionOptions/_dataSource"),
            Member = new("Microsoft.Data.Sqlite.SqliteConnectionInternal")
            {
                Pool = "_pool",
                Lent = "_active",
                Handle = "_outerConnection",
                Through = ["Microsoft.Data.Sqlite.", "Microsoft.EntityFrameworkCore."],
                Doing = [("_outerConnection/<Transaction>k__BackingField", null, "in a transaction")],
            },
        },
        new()
        {
            Library = new("StackExchange.Redis", "StackExchange.Redis", "2.8.16, 2.13.17, 3.4.35"),
            TypeName = "StackExchange.Redis.PhysicalBridge",
            Lends = "commands of the Redis connection (in use: in flight; waiting: in the backlog)",
            InUse = ["physical/_writtenAwaitingResponse"],
            Waiting = ["_backlog"],
            Peer = new("Name"),
        },
    ];
}
