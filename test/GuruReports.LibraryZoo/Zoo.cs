namespace GuruReports.LibraryZoo;

/// <summary>The states by name.</summary>
internal static class Zoo
{
    /// <summary>Enters a state; what is returned has to be kept alive.</summary>
    public static async Task<object> EnterAsync(string state, string[] arguments) => state switch
    {
        "http" => await HttpState.EnterAsync(),
        "http-patient" => await PatientHttpState.EnterAsync(),
        "http2" => await Http2State.EnterAsync(),
        "mysql" => await LentDatabaseState.EnterMySqlAsync(),
        "sqlserver" => await LentDatabaseState.EnterSqlServerAsync(isNewPool: false),
        "sqlserver-new-pool" => await LentDatabaseState.EnterSqlServerAsync(isNewPool: true),
        "own" => await OwnState.EnterAsync(),
        "dataflow" => await DataflowState.EnterAsync(),
        "unread-queues" => await UnreadQueueState.EnterAsync(),
        "queues" => await QueueState.EnterAsync(),
        "redis" => await RedisState.EnterAsync(arguments[0]),
        "sqlite" => await SqliteState.EnterAsync(arguments[0]),
        "silent-databases" => await SilentDatabaseState.EnterAsync(),
        "npgsql" => await NpgsqlState.EnterAsync(arguments[0]),
        _ => throw new ArgumentException($"no state is called {state}"),
    };
}
