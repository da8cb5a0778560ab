namespace Scenarios.Sick;

/// <summary>Two caches, each of which awaits the other before it is loaded: async methods in a circle.</summary>
internal sealed class CatalogService : BackgroundService
{
    private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task<int>? _products;
    private Task<int>? _prices;
    private int _waiting;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        _products = LoadProductsAsync();
        _prices = LoadPricesAsync();
        _open.SetResult();
        Ready.When(() => Volatile.Read(ref _waiting) == 2);
        await Task.WhenAll(_products, _prices);
    }

    private async Task<int> LoadProductsAsync()
    {
        await _open.Task;
        Interlocked.Increment(ref _waiting);
        return 1 + await _prices!;
    }

    private async Task<int> LoadPricesAsync()
    {
        await _open.Task;
        Interlocked.Increment(ref _waiting);
        return 1 + await _products!;
    }
}
