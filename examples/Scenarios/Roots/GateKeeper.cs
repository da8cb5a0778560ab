namespace Scenarios.Roots;

/// <summary>Queues a blocking wait of the framework itself: no code of the service stands on the workers' stacks.</summary>
internal sealed class GateKeeper : BackgroundService
{
    private readonly ManualResetEventSlim _opened = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var number = 0; number < 60; number++)
        {
            _ = Task.Run(_opened.Wait, stoppingToken);
        }

        Ready.When(() => ThreadPool.PendingWorkItemCount > 20);
        await CloseAtNightAsync(stoppingToken);
    }

    private static async Task CloseAtNightAsync(CancellationToken stop)
    {
        await Task.Yield();
        await Task.Delay(Timeout.Infinite, stop);
    }
}
