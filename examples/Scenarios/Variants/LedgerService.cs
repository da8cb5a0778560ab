namespace Scenarios.Variants;

/// <summary>Enters a SemaphoreSlim twice on the same way: it is no lock that one may enter again.</summary>
internal sealed class LedgerService : BackgroundService
{
    private readonly SemaphoreSlim _book = new(1, 1);
    private int _posting;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Ready.When(() => Volatile.Read(ref _posting) == 60);
        await Task.WhenAll(Enumerable.Range(0, 60).Select(PostAsync));
    }

    private async Task PostAsync(int amount)
    {
        Interlocked.Increment(ref _posting);
        await _book.WaitAsync();
        try
        {
            await WriteBalanceAsync(amount);
        }
        finally
        {
            _book.Release();
        }
    }

    private async Task WriteBalanceAsync(int amount)
    {
        await _book.WaitAsync();
        try
        {
            Console.WriteLine($"posted {amount}");
        }
        finally
        {
            _book.Release();
        }
    }
}
