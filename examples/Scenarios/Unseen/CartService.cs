namespace Scenarios.Unseen;

/// <summary>Gives each cart a timer that shall empty it; the timer's closure keeps the cart for a day.</summary>
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
        _ = new Timer(_ => cart.Clear(), null, TimeSpan.FromHours(24), Timeout.InfiniteTimeSpan);
    }

    private sealed class Cart(int customer)
    {
        private readonly long[] _articles = new long[10_000];

        public void Clear() => Array.Clear(_articles, 0, _articles.Length - (customer % 2));
    }
}
