using System.Collections.Concurrent;

namespace Scenarios.Unseen;

/// <summary>A long-running task for each tenant that ever came by, each one waiting for work.</summary>
internal sealed class TenantQueues : BackgroundService
{
    private int _serving;

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var tenant = 0; tenant < 220; tenant++)
        {
            var queue = new BlockingCollection<string>();
            Task.Factory.StartNew(() => ServeTenant(queue), stoppingToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }

        Ready.When(() => Volatile.Read(ref _serving) == 220);
        return Task.CompletedTask;
    }

    private void ServeTenant(BlockingCollection<string> queue)
    {
        Interlocked.Increment(ref _serving);
        foreach (var job in queue.GetConsumingEnumerable())
        {
            Console.Error.WriteLine(job);
        }
    }
}
