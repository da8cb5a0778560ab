using System.Text.Json;
using StackExchange.Redis;

namespace Heat.Storage;

/// <summary>The queue as a list of Redis; what a worker has taken stands in a list of its own until it is done.</summary>
internal sealed class RedisQueue(string server) : IOperationQueue, IAsyncDisposable
{
    private const string Waiting = "heat:operations";

    private readonly Lazy<Task<ConnectionMultiplexer>> _connection = new(() => ConnectionMultiplexer.ConnectAsync(server));

    public string Description => "Redis";

    public async Task AddAsync(Operation operation, CancellationToken cancellationToken) =>
        await (await Lists()).ListLeftPushAsync(Waiting, JsonSerializer.Serialize(operation));

    public async Task<Operation?> TakeAsync(string worker, CancellationToken cancellationToken)
    {
        var taken = await (await Lists()).ListMoveAsync(Waiting, Taken(worker), ListSide.Right, ListSide.Left);
        return taken.IsNull ? null : JsonSerializer.Deserialize<Operation>(taken.ToString());
    }

    public async Task DoneAsync(Operation operation, string worker, CancellationToken cancellationToken) =>
        await (await Lists()).ListRemoveAsync(Taken(worker), JsonSerializer.Serialize(operation));

    public async Task<long> CountAsync(CancellationToken cancellationToken) => await (await Lists()).ListLengthAsync(Waiting);

    public async ValueTask DisposeAsync()
    {
        if (_connection.IsValueCreated)
        {
            await (await _connection.Value).DisposeAsync();
        }
    }

    private static string Taken(string worker) => "heat:taken:" + worker;

    private async Task<IDatabase> Lists() => (await _connection.Value).GetDatabase();
}
