using System.Data.Common;

namespace GuruReports.LibraryZoo;

/// <summary>A pool of four connections, all lent: three to calls, one to nobody any more; three calls wait for one.</summary>
internal sealed class LentDatabaseState(Func<DbConnection> make)
{
    private readonly List<object> _kept = [];
    private readonly CountdownEvent _holding = new(4);

    public static Task<object> EnterMySqlAsync()
    {
        var server = new Servers.MySqlServer();
        return EnterAsync(() => new MySqlConnector.MySqlConnection($"Server=127.0.0.1;Port={server.Port};User ID=zoo;Password={Planted.Secret};SslMode=None;Maximum Pool Size=4;Connection Timeout=600"));
    }

    /// <param name="isNewPool">Whether the pool is that of the switch.</param>
    public static Task<object> EnterSqlServerAsync(bool isNewPool)
    {
        AppContext.SetSwitch("Switch.Microsoft.Data.SqlClient.UseConnectionPoolV2", isNewPool);
        var server = new Servers.SqlServer();
        return EnterAsync(() => new Microsoft.Data.SqlClient.SqlConnection($"Server=tcp:127.0.0.1,{server.Port};User ID=zoo;Password={Planted.Secret};Encrypt=False;Max Pool Size=4;Connect Timeout=600"));
    }

    private static async Task<object> EnterAsync(Func<DbConnection> make)
    {
        var state = new LentDatabaseState(make);
        await state.ForgetAsync();
        for (var i = 0; i < 3; i++)
        {
            state._kept.Add(state.ImportAsync());
        }

        await Task.Run(state._holding.Wait);
        for (var i = 0; i < 3; i++)
        {
            state._kept.Add(state.OrderAsync());
        }

        return state;
    }

    private async Task ImportAsync()
    {
        await using var connection = make();
        await connection.OpenAsync();
        _holding.Signal();
        await Task.Delay(-1); // line: import
    }

    // Opened and never closed.
    private async Task ForgetAsync()
    {
        var connection = make();
        await connection.OpenAsync();
        _kept.Add(connection);
        _holding.Signal();
    }

    private async Task OrderAsync()
    {
        await using var connection = make();
        await connection.OpenAsync(); // line: order
    }
}
