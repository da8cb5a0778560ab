using GuruReports.Inspection.Snapshot.Model.Calls;

namespace GuruReports.SnapshotReader.KnownTypes.Rows;

/// <summary>Clients of databases.</summary>
internal static class DatabaseRows
{
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
    ];
}
