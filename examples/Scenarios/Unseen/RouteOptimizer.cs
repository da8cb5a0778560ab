namespace Scenarios.Unseen;

/// <summary>Computes with PLINQ for every request at once.</summary>
internal sealed class RouteOptimizer : BackgroundService
{
    private int _computing;

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var request = 0; request < 400; request++)
        {
            _ = Task.Run(
                () =>
                {
                    Interlocked.Increment(ref _computing);
                    return ParallelEnumerable.Range(0, 64).Select(CostOf).Sum();
                },
                stoppingToken);
        }

        Ready.When(() => Volatile.Read(ref _computing) > 1 && ThreadPool.PendingWorkItemCount > 100);
        return Task.CompletedTask;
    }

    private static double CostOf(int route)
    {
        var cost = 0.0;
        for (var stop = 1; stop < 20_000_000; stop++)
        {
            cost += Math.Sqrt(route + stop);
        }

        return cost;
    }
}
