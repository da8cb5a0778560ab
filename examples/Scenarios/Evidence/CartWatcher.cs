namespace Scenarios.Evidence;

/// <summary>Loops that give their worker back and ask for it at once, instead of waiting for a change.</summary>
internal sealed class CartWatcher : BackgroundService
{
    private const int Watchers = 8;
    private readonly bool[] _changed = new bool[1];

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Ready.When(() => ThreadPool.CompletedWorkItemCount > 1_000_000);
        return Task.WhenAll(Enumerable.Range(0, Watchers).Select(_ => WatchAsync(stoppingToken)));
    }

    private async Task WatchAsync(CancellationToken stoppingToken)
    {
        while (!Volatile.Read(ref _changed[0]) && !stoppingToken.IsCancellationRequested)
        {
            await Task.Yield();
        }
    }
}
