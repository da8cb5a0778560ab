namespace Scenarios.Variants;

/// <summary>A finalizer that says good-bye to a peer and waits for its answer, for each of thousands of objects.</summary>
internal sealed class ConnectionPool : BackgroundService
{
    private static int s_finalized;

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Open();
        GC.Collect();

        Ready.When(() => Volatile.Read(ref s_finalized) > 0);
        return Task.CompletedTask;
    }

    private static void Open()
    {
        for (var number = 0; number < 20_000; number++)
        {
            _ = new PooledConnection();
        }
    }

    private sealed class PooledConnection
    {
        ~PooledConnection() => SayGoodbye();

        private static void SayGoodbye()
        {
            Interlocked.Increment(ref s_finalized);
            Thread.Sleep(2_000);
        }
    }
}
