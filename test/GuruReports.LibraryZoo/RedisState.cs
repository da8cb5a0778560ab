using StackExchange.Redis;

namespace GuruReports.LibraryZoo;

/// <summary>Eleven commands to a Redis that stops answering when the test says so.</summary>
internal sealed class RedisState(IDatabase database)
{
    private readonly List<Task> _calls = [];

    public static async Task<object> EnterAsync(string port)
    {
        var connection = await ConnectionMultiplexer.ConnectAsync(new ConfigurationOptions { EndPoints = { $"127.0.0.1:{port}" }, AsyncTimeout = 600_000, SyncTimeout = 600_000, KeepAlive = 3_600, HeartbeatInterval = TimeSpan.FromMinutes(10) });
        var state = new RedisState(connection.GetDatabase());
        await state.AskAsync(0);
        Console.WriteLine("connected");
        Console.ReadLine();
        for (var i = 0; i < 11; i++)
        {
            state._calls.Add(state.AskAsync(i));
        }

        return (connection, state);
    }

    private async Task AskAsync(int number) => await database.StringGetAsync($"{Planted.Secret}:{number}");
}
