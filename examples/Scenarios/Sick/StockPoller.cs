namespace Scenarios.Sick;

/// <summary>Its background work has thrown; the host was told to ignore that and runs on without it.</summary>
internal sealed class StockPoller : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Ready.When(() => ExecuteTask is { IsFaulted: true });
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            Refresh();
        }
    }

    private static void Refresh() => throw new KeyNotFoundException("warehouse 7 is not known");
}
