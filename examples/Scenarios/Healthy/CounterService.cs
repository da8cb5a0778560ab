namespace Scenarios.Healthy;

/// <summary>Threads that share locks which are held only for a moment; idle: nobody comes.</summary>
internal sealed class CounterService(bool loaded) : BackgroundService
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _counts = [];
    private readonly SemaphoreSlim _async = new(1, 1);
    private int _counted;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (loaded)
        {
            new Crew().Start(8, "counter", number => CountForever($"key {number}", stoppingToken));
        }

        Ready.When(() => !loaded || Volatile.Read(ref _counted) > 2_000);
        await Task.WhenAll(Enumerable.Range(0, loaded ? 20 : 0).Select(number => CountAsync($"task {number}", stoppingToken)));
    }

    private void CountForever(string key, CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            Count(key);
            Thread.Sleep(1);
        }
    }

    private void Count(string key)
    {
        lock (_lock)
        {
            _counts[key] = _counts.GetValueOrDefault(key) + 1;
        }

        Interlocked.Increment(ref _counted);
    }

    private async Task CountAsync(string key, CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await _async.WaitAsync(stoppingToken);
            try
            {
                Count(key);
            }
            finally
            {
                _async.Release();
            }

            await Task.Delay(5, stoppingToken);
        }
    }
}
