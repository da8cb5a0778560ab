namespace Scenarios.Sick;

/// <summary>Calls its async database client synchronously from pool threads: the answers need the very threads that wait for them.</summary>
internal sealed class OrderService : BackgroundService
{
    private readonly DbClient _db = new();

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var id = 0; id < 400; id++)
        {
            var own = id;
            _ = Task.Run(() => Load(own), stoppingToken);
        }

        Ready.When(() => ThreadPool.ThreadCount >= 8 && _db.Waiting >= ThreadPool.ThreadCount - 1 && ThreadPool.PendingWorkItemCount > 100);
        return Task.CompletedTask;
    }

    private string Load(int id) => LoadAsync(id).Result;

    private async Task<string> LoadAsync(int id)
    {
        var row = await _db.QueryAsync(id);
        return $"order {row}";
    }

    private sealed class DbClient
    {
        private int _waiting;

        public int Waiting => Volatile.Read(ref _waiting);

        public async Task<int> QueryAsync(int id)
        {
            Interlocked.Increment(ref _waiting);
            await Task.Yield();
            await Task.Delay(10);
            Interlocked.Decrement(ref _waiting);
            return id;
        }
    }
}
