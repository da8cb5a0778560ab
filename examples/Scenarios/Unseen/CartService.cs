namespace Scenarios.Unseen;

/// <summary>Gives each cart a delay after which it shall be emptied; the closure keeps the cart for a day.</summary>
internal sealed class CartService : BackgroundService
{
    private int _carts;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Ready.When(() => Volatile.Read(ref _carts) > 300);
        while (!stoppingToken.IsCancellationRequested)
        {
            for (var number = 0; number < 10; number++)
            {
                OpenCart(_carts++);
            }

            await Task.Delay(10, stoppingToken);
        }
    }

    private static void OpenCart(int customer)
    {
        var cart = new Cart(customer);
        _ = Task.Delay(TimeSpan.FromHours(24)).ContinueWith(_ => cart.Clear(), TaskScheduler.Default);
    }

    private sealed class Cart(int customer)
    {
        private readonly long[] _articles = new long[10_000];

        public void Clear() => Array.Clear(_articles, 0, _articles.Length - (customer % 2));
    }
}
