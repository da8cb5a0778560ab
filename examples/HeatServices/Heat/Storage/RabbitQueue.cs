using System.Collections.Concurrent;
using System.Text.Json;
using RabbitMQ.Client;

namespace Heat.Storage;

/// <summary>The queue as one of RabbitMQ; what a worker has taken is acknowledged when it is done, and comes back when its engine dies.</summary>
internal sealed class RabbitQueue(string server) : IOperationQueue, IAsyncDisposable
{
    private const string Name = "heat-operations";

    private static readonly BasicProperties s_kept = new() { Persistent = true };

    private readonly Lazy<Task<IChannel>> _channel = new(() => OpenAsync(new ConnectionFactory { Uri = new Uri(server) }));
    private readonly ConcurrentDictionary<string, ulong> _taken = new();
    private readonly SemaphoreSlim _turn = new(1);

    public string Description => "RabbitMQ";

    public Task AddAsync(Operation operation, CancellationToken cancellationToken) => InTurnAsync(
        async channel =>
        {
            await channel.BasicPublishAsync("", Name, mandatory: true, s_kept, JsonSerializer.SerializeToUtf8Bytes(operation), cancellationToken);
            return 0;
        },
        cancellationToken);

    public Task<Operation?> TakeAsync(string worker, CancellationToken cancellationToken) => InTurnAsync(
        async channel =>
        {
            if (await channel.BasicGetAsync(Name, autoAck: false, cancellationToken) is not { } taken)
            {
                return null;
            }

            var operation = JsonSerializer.Deserialize<Operation>(taken.Body.Span)!;
            _taken[operation.Id] = taken.DeliveryTag;
            return operation;
        },
        cancellationToken);

    public Task DoneAsync(Operation operation, string worker, CancellationToken cancellationToken) => InTurnAsync(
        async channel =>
        {
            if (_taken.TryRemove(operation.Id, out var tag))
            {
                await channel.BasicAckAsync(tag, multiple: false, cancellationToken);
            }

            return 0;
        },
        cancellationToken);

    public async Task<long> CountAsync(CancellationToken cancellationToken) =>
        await InTurnAsync(async channel => (long)await channel.MessageCountAsync(Name, cancellationToken), cancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (_channel.IsValueCreated)
        {
            await (await _channel.Value).DisposeAsync();
        }

        _turn.Dispose();
    }

    private static async Task<IChannel> OpenAsync(ConnectionFactory factory)
    {
        var channel = await (await factory.CreateConnectionAsync()).CreateChannelAsync();
        await channel.QueueDeclareAsync(Name, durable: true, exclusive: false, autoDelete: false);
        return channel;
    }

    // A channel is used by one caller at a time.
    private async Task<T> InTurnAsync<T>(Func<IChannel, Task<T>> use, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            return await use(await _channel.Value);
        }
        finally
        {
            _turn.Release();
        }
    }
}
