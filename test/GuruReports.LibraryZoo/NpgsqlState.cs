using Npgsql;

namespace GuruReports.LibraryZoo;

/// <summary>A pool of twenty connections that are all lent, to known holders, and calls that wait for one.</summary>
internal sealed class NpgsqlState(NpgsqlDataSource source)
{
    public const int Waiting = 30;
    private readonly List<object> _kept = [];
    private readonly TaskCompletionSource[] _asked = [.. Enumerable.Range(0, 3).Select(static _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously))];
    private readonly CountdownEvent _holding = new(17);

    public static Task<object> EnterAsync(string port)
    {
        var source = NpgsqlDataSource.Create($"Host=127.0.0.1;Port={port};Username=zoo;Password={Planted.Secret};Database=postgres;Maximum Pool Size=20;Timeout=600;Command Timeout=0");
        return new NpgsqlState(source).EnterAsync();
    }

    private async Task<object> EnterAsync()
    {
        for (var i = 0; i < 12; i++)
        {
            _kept.Add(ImportAsync());
        }

        for (var i = 0; i < 2; i++)
        {
            new Thread(PrintBlocking) { IsBackground = true, Name = "printer" }.Start();
        }

        for (var i = 0; i < 3; i++)
        {
            await ForgetAsync();
        }

        _holding.Wait();
        for (var i = 0; i < 3; i++)
        {
            _kept.Add(CountAsync(i));
        }

        await Task.WhenAll(_asked.Select(static asked => asked.Task));
        for (var i = 0; i < Waiting; i++)
        {
            _kept.Add(OrderAsync());
        }

        return this;
    }

    private async Task ImportAsync()
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();

        // A transaction begins with its first command.
        await using var command = new NpgsqlCommand("select 1", connection, transaction);
        await command.ExecuteScalarAsync();
        _holding.Signal();
        await Task.Delay(-1); // line: import
    }

    private async Task CountAsync(int number)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var command = new NpgsqlCommand($"select pg_sleep(100000), '{Planted.Secret}' from pg_class where relname <> 'x{number}' limit {number + 1}", connection);
        var answer = command.ExecuteScalarAsync();
        _asked[number].SetResult();
        await answer; // line: count
    }

    private void PrintBlocking()
    {
        using var connection = source.OpenConnection();
        _holding.Signal();
        Thread.Sleep(-1); // line: print
        GC.KeepAlive(connection);
    }

    // Opened and never closed.
    private async Task ForgetAsync()
    {
        _kept.Add(await source.OpenConnectionAsync());
        _holding.Signal();
    }

    private async Task OrderAsync()
    {
        await using var connection = await source.OpenConnectionAsync(); // line: order
    }
}
