using GuruReports.Inspection.Snapshot.Model.Calls;

namespace GuruReports.SnapshotReader.KnownTypes.Rows;

/// <summary>Clients of databases.</summary>
internal static class DatabaseRows
{
    /// <summary>A context of EF Core by its tracker of entities.</summary>
    public static readonly KnownFacts Tracker = new("CallsOut", "contexts of EF Core are not told", isKept: true)
    {
        Library = new("EF Core", "Microsoft.EntityFrameworkCore", "8.0.34, 9.0.23, 10.0.0, 10.0.15"),
        TypeName = "Microsoft.EntityFrameworkCore.ChangeTracking.Internal.StateManager",
    };

    public static readonly KnownPath TrackerContext = Tracker.At("Context");
    public static readonly KnownPath ContextIsDisposed = Tracker.At("Context/_disposed");
    public static readonly KnownPath ContextPool = Tracker.At("Context/_lease/_contextPool");
    public static readonly KnownPath Tracked = Tracker.At(
        "_entityReferenceMap/_detachedReferenceMap _entityReferenceMap/_unchangedReferenceMap _entityReferenceMap/_addedReferenceMap "
        + "_entityReferenceMap/_modifiedReferenceMap _entityReferenceMap/_deletedReferenceMap");

    /// <summary>What a context of EF Core has of its connection: who has the context has that.</summary>
    public static readonly KnownFacts ContextConnection = new("CallsOut", "who holds connections through contexts of EF Core is not told", isKept: true)
    {
        Library = new("EF Core", "Microsoft.EntityFrameworkCore.Relational", "8.0.34, 9.0.23, 10.0.0, 10.0.15"),
        TypeName = "Microsoft.EntityFrameworkCore.Storage.RelationalConnection",
        WithDerived = true,
    };

    public static readonly KnownPath ConnectionOfContext = ContextConnection.At("_connection");
    public static readonly KnownPath ContextOfConnection = ContextConnection.At("Context");

    /// <summary>A command of Microsoft.Data.Sqlite: the thread that asks runs it without letting go of it, in methods of these types.</summary>
    public static readonly KnownFacts SqliteCommand = new("CallsOut", "commands of Microsoft.Data.Sqlite are not told")
    {
        Library = new("Microsoft.Data.Sqlite", "Microsoft.Data.Sqlite", "8.0.34, 9.0.23, 10.0.0, 10.0.15"),
        TypeName = "Microsoft.Data.Sqlite.SqliteCommand",
    };

    public static readonly KnownPath SqliteText = SqliteCommand.At("_commandText");

    public static string[] SqliteRunners { get; } = ["Microsoft.Data.Sqlite.SqliteCommand", "Microsoft.Data.Sqlite.SqliteDataReader"];

    private const string EntityFramework = "Microsoft.EntityFrameworkCore.";
    private static readonly KnownLibrary s_npgsql = new("Npgsql", "Npgsql", "8.0.5, 9.0.3, 10.0.3");

    /// <summary>Both pools of SqlClient lend the same: what is in a pool has been put there once more often than taken out.</summary>
    private static readonly KnownMember s_sqlConnection = new("Microsoft.Data.SqlClient.SqlInternalConnectionTds|Microsoft.Data.SqlClient.Connection.SqlConnectionInternal")
    {
        Pool = "_connectionPool|Pool",
        Lent = "-_pooledCount",
        Handle = "_owningObject",
        Through = ["Microsoft.Data.SqlClient.", "Microsoft.Data.ProviderBase.", EntityFramework],
        Executes = [("_asyncCommandCount", 1, CallState.Executing)],
    };

    /// <summary>What all calls share.</summary>
    public static IReadOnlyList<string> Shared { get; } = ["Npgsql.UnpooledDataSource", "Npgsql.NpgsqlMultiHostDataSource", "Npgsql.MultiHostDataSourceWrapper"];

    public static IReadOnlyList<KnownType> All { get; } =
    [
        Tracker, ContextConnection, SqliteCommand,
        new KnownPool
        {
            Library = s_npgsql,
            TypeName = "Npgsql.PoolingDataSource",
            Lends = "database connections",
            Most = "MaxConnections|_max",
            InUse = "_numConnectors -_idleCount",
            Idle = "_idleCount",
            Waiting = "_idleConnectorReader/_parent/_blockedReadersHead _idleConnectorReader/_parent/_waitingReadersHead",
            Setting = "Maximum Pool Size",
            Peer = new("Settings/_host", "Settings/_port", "Settings/_database"),
            Member = new("Npgsql.Internal.NpgsqlConnector")
            {
                Pool = "DataSource",
                Lent = "Connection",
                Handle = "Connection",
                Through = ["Npgsql.", EntityFramework],
                Command = "_currentCommand/_commandText",
                Executes = [("_state", 3, CallState.Executing), ("_state", 4, CallState.Fetching)],
                Doing = [("TransactionStatus", 'T', PoolHolder.InTransaction), ("TransactionStatus", 'E', "in a failed transaction")],
            },
        },
        new KnownPool
        {
            Library = new("Microsoft.Data.SqlClient", "Microsoft.Data.SqlClient", "5.2.2, 6.1.8, 7.1.1"),
            TypeName = "Microsoft.Data.ProviderBase.DbConnectionPool|Microsoft.Data.SqlClient.ConnectionPool.WaitHandleDbConnectionPool",
            Lends = "database connections",
            Most = "_connectionPoolGroupOptions/_maxPoolSize",
            InUse = "_objectList -_stackOld -_stackNew",
            Idle = "_stackOld _stackNew",
            Waiting = "_waitCount _pendingOpens",
            Setting = "Max Pool Size",
            Peer = new("_connectionPoolGroup/_connectionOptions/_dataSource|DataSource"),
            Member = s_sqlConnection,
        },
        new KnownPool
        {
            // The pool of the switch UseConnectionPoolV2. Older versions have a type of that name that does nothing.
            Library = new("Microsoft.Data.SqlClient", "Microsoft.Data.SqlClient", "7.1.1"),
            TypeName = "Microsoft.Data.SqlClient.ConnectionPool.ChannelDbConnectionPool",
            IsOfAllVersions = false,
            Lends = "database connections",
            Most = "PoolGroupOptions/_maxPoolSize",
            InUse = "_connectionSlots/_connectionCount -_idleChannel/_count",
            Opening = "_connectionSlots/_reservations -_connectionSlots/_connectionCount",
            Idle = "_idleChannel/_count",
            Waiting = "_idleChannel/_reader/_parent/_blockedReadersHead _idleChannel/_reader/_parent/_waitingReadersHead",
            Setting = "Max Pool Size",
            Peer = new("PoolGroup/_connectionOptions/_dataSource"),
            Member = s_sqlConnection,
        },
        new KnownPool
        {
            Library = new("MySqlConnector", "MySqlConnector", "2.4.0, 2.6.2"),
            TypeName = "MySqlConnector.Core.ConnectionPool",
            Lends = "database connections",
            Most = "ConnectionSettings/MaximumPoolSize",
            InUse = "m_leasedSessions",
            Opening = "ConnectionSettings/MaximumPoolSize -m_sessionSemaphore/m_currentCount -m_leasedSessions",
            Idle = "m_sessions",
            Waiting = "m_sessionSemaphore/m_waitCount m_sessionSemaphore/m_asyncHead",
            Setting = "Maximum Pool Size",
            Peer = new("ConnectionSettings/HostNames", "ConnectionSettings/Port", "ConnectionSettings/Database"),
            Member = new("MySqlConnector.Core.ServerSession")
            {
                Pool = "Pool",
                Lent = "OwningConnection",
                Handle = "OwningConnection",
                Through = ["MySqlConnector.", EntityFramework],
                Executes = [("m_state", 3, CallState.Executing)],
                Doing = [("OwningConnection/CurrentTransaction", null, PoolHolder.InTransaction)],
            },
        },
        new KnownPool
        {
            Library = SqliteCommand.Library,
            TypeName = "Microsoft.Data.Sqlite.SqliteConnectionPool",
            Lends = "database connections",
            InUse = "_connections -_warmPool -_coldPool",
            Idle = "_warmPool _coldPool",
            Peer = new("_connectionOptions/_dataSource"),
            Member = new("Microsoft.Data.Sqlite.SqliteConnectionInternal")
            {
                Pool = "_pool",
                Lent = "_active",
                Handle = "_outerConnection",
                Through = ["Microsoft.Data.Sqlite.", EntityFramework],
                Doing = [("_outerConnection/Transaction", null, PoolHolder.InTransaction)],
            },
        },
        new KnownPool
        {
            Library = new("StackExchange.Redis", "StackExchange.Redis", "2.8.16, 2.13.17, 3.4.35"),
            TypeName = "StackExchange.Redis.PhysicalBridge",
            Lends = "commands of the Redis connection (in use: in flight; waiting: in the backlog)",
            InUse = "physical/_writtenAwaitingResponse",
            Waiting = "_backlog",
            Peer = new("Name"),
        },
    ];
}
