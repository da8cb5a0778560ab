using Microsoft.Extensions.Hosting;

namespace HeatServices;

internal sealed class StackWorker(StackStore stacks) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            stacks.Update();
        }
    }
}
