namespace Scenarios.Sick;

/// <summary>Limits its work with a semaphore and forgets to release it when something throws.</summary>
internal sealed class ExportService : BackgroundService
{
    private readonly SemaphoreSlim _slots = new(4, 4);
    private int _asked;
    private int _failed;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Ready.When(() => Volatile.Read(ref _failed) == 4 && Volatile.Read(ref _asked) == 120);
        await Task.WhenAll(Enumerable.Range(0, 120).Select(TryExportAsync));
    }

    private async Task TryExportAsync(int customer)
    {
        try
        {
            await ExportAsync(customer);
        }
        catch (InvalidOperationException)
        {
            Interlocked.Increment(ref _failed);
        }
    }

    private async Task ExportAsync(int customer)
    {
        Interlocked.Increment(ref _asked);
        await _slots.WaitAsync();
        await WriteAsync(customer);
        _slots.Release();
    }

    private static async Task WriteAsync(int customer)
    {
        await Task.Yield();
        throw new InvalidOperationException($"customer {customer} has no address");
    }
}
