using Heat.Storage;
using Microsoft.Extensions.Hosting;

namespace Heat.Monitoring;

/// <summary>Makes the tables, then looks at stacks, queue and locks once a second.</summary>
internal sealed class Overseer(Database database, StackStore stacks, LockTable locks, IOperationQueue queue, Overview overview) : BackgroundService
{
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await database.PrepareAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        do
        {
            try
            {
                overview.Set(await stacks.ListAsync(stoppingToken), await locks.ListAsync(stoppingToken), await queue.CountAsync(stoppingToken));
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // The next look may succeed; the sections say how old this one is.
                overview.Fail(exception);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
