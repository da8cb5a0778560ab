namespace Scenarios.Unseen;

/// <summary>Calls its asynchronous store through a helper that makes it synchronous, from pool threads.</summary>
internal sealed class CustomerExport : BackgroundService
{
    private int _exporting;

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        _ = Task.Run(() => Parallel.For(0, 400, new ParallelOptions { MaxDegreeOfParallelism = 64, CancellationToken = stoppingToken }, ExportCustomer), stoppingToken);
        for (var number = 0; number < 300; number++)
        {
            var own = number;
            _ = Task.Run(() => ExportCustomer(own), stoppingToken);
        }

        Ready.When(() => Volatile.Read(ref _exporting) >= 6 && ThreadPool.PendingWorkItemCount > 100);
        return Task.CompletedTask;
    }

    private void ExportCustomer(int number)
    {
        Interlocked.Increment(ref _exporting);
        _ = AsyncHelper.RunSync(() => ReadCustomerAsync(number));
    }

    private static async Task<string> ReadCustomerAsync(int number)
    {
        await Task.Delay(20);
        return $"customer {number}";
    }
}
