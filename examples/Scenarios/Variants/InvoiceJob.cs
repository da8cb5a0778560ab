namespace Scenarios.Variants;

/// <summary>Starts async work for each customer and waits for all of it with Task.WaitAll, many jobs at once.</summary>
internal sealed class InvoiceJob : BackgroundService
{
    private int _running;

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var job = 0; job < 200; job++)
        {
            ThreadPool.QueueUserWorkItem(_ => RunJob());
        }

        Ready.When(() => _running >= 6 && _running >= ThreadPool.ThreadCount - 1 && ThreadPool.PendingWorkItemCount > 100);
        return Task.CompletedTask;
    }

    private void RunJob()
    {
        Interlocked.Increment(ref _running);
        Task.WaitAll([.. Enumerable.Range(0, 5).Select(PrintAsync)]);
    }

    private static async Task PrintAsync(int customer)
    {
        await Task.Yield();
        await Task.Delay(customer);
    }
}
