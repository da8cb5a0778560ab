using MySqlConnector;

namespace GuruReports.LibraryZoo;

/// <summary>A pool of a database that accepts connections and says nothing: eight calls for four places.</summary>
internal sealed class SilentDatabaseState
{
    private readonly Servers.RawServer _server = new(reads: false, answer: null);
    private readonly List<object> _kept = [];

    public static Task<object> EnterAsync()
    {
        var state = new SilentDatabaseState();
        for (var i = 0; i < 8; i++)
        {
            state._kept.Add(state.AskMySqlAsync());
        }

        state._server.WaitFor(4);
        return Task.FromResult<object>(state);
    }

    private async Task AskMySqlAsync()
    {
        await using var connection = new MySqlConnection($"Server=127.0.0.1;Port={_server.Port};User ID=zoo;Password={Planted.Secret};Maximum Pool Size=4;Connection Timeout=600");
        await connection.OpenAsync();
    }
}
