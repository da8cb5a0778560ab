namespace Scenarios.Unseen;

/// <summary>Starts a periodic timer for each visitor and never stops one.</summary>
internal sealed class PresenceService : BackgroundService
{
    private int _visitors;

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var visitor = 0; visitor < 12_000; visitor++)
        {
            _ = WatchVisitorAsync();
        }

        Ready.When(() => Volatile.Read(ref _visitors) == 12_000);
        return Task.CompletedTask;
    }

    private async Task WatchVisitorAsync()
    {
        Interlocked.Increment(ref _visitors);
        var timer = new PeriodicTimer(TimeSpan.FromSeconds(30));
        while (await timer.WaitForNextTickAsync())
        {
            Interlocked.MemoryBarrier();
        }
    }
}
