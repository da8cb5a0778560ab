using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Heat.Storage;

/// <summary>The product's database: SQLite where nothing else is asked for, PostgreSQL by its connection string. The statements are the same.</summary>
internal sealed class Database : IAsyncDisposable
{
    private const string Schema = """
        CREATE TABLE IF NOT EXISTS stacks (name TEXT PRIMARY KEY, status TEXT NOT NULL, resources INTEGER NOT NULL, changed BIGINT NOT NULL);
        CREATE TABLE IF NOT EXISTS operations (id TEXT PRIMARY KEY, stack TEXT NOT NULL, action TEXT NOT NULL, nested TEXT NULL, created BIGINT NOT NULL, worker TEXT NULL);
        CREATE TABLE IF NOT EXISTS stack_locks (stack TEXT PRIMARY KEY, worker TEXT NOT NULL, since BIGINT NOT NULL);
        CREATE TABLE IF NOT EXISTS metrics (name TEXT NOT NULL, value DOUBLE PRECISION NOT NULL, at BIGINT NOT NULL);
        """;

    private readonly DbDataSource _source;

    public Database(IOptions<HeatOptions> options)
    {
        var connection = options.Value.Database;
        IsServer = !connection.Contains("Data Source", StringComparison.OrdinalIgnoreCase);
        _source = IsServer ? NpgsqlDataSource.Create(connection) : SqliteFactory.Instance.CreateDataSource(connection);
        Description = IsServer ? "PostgreSQL" : "SQLite";
    }

    /// <summary>Gets what it is.</summary>
    public string Description { get; }

    /// <summary>Gets what makes a server pass over rows that others are taking; SQLite has one writer at a time.</summary>
    public string SkipTaken => IsServer ? " FOR UPDATE SKIP LOCKED" : "";

    private bool IsServer { get; }

    /// <summary>Makes the tables that are missing.</summary>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        // Readers and the one writer do not wait for each other so.
        if (!IsServer)
        {
            await RunAsync("PRAGMA journal_mode = WAL", [], cancellationToken);
        }

        await RunAsync(Schema, [], cancellationToken);
    }

    /// <summary>Runs a statement.</summary>
    /// <returns>How many rows it changed.</returns>
    public async Task<int> RunAsync(string statement, (string Name, object? Value)[] values, CancellationToken cancellationToken)
    {
        await using var connection = await _source.OpenConnectionAsync(cancellationToken);
        await using var command = Make(connection, statement, values);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Runs a query.</summary>
    public async Task<IReadOnlyList<T>> ReadAsync<T>(string query, (string Name, object? Value)[] values, Func<DbDataReader, T> read, CancellationToken cancellationToken)
    {
        await using var connection = await _source.OpenConnectionAsync(cancellationToken);
        await using var command = Make(connection, query, values);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    public ValueTask DisposeAsync() => _source.DisposeAsync();

    private static DbCommand Make(DbConnection connection, string statement, (string Name, object? Value)[] values)
    {
        var command = connection.CreateCommand();
        command.CommandText = statement;
        foreach (var (name, value) in values)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value ?? DBNull.Value;
            if (value is null)
            {
                parameter.DbType = System.Data.DbType.String;
            }

            command.Parameters.Add(parameter);
        }

        return command;
    }
}
