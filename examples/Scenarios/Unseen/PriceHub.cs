namespace Scenarios.Unseen;

/// <summary>Lives as long as the process; each page that is shown subscribes to it and never unsubscribes.</summary>
internal sealed class PriceHub : BackgroundService
{
    private int _shown;

    public event Action<double>? Changed;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Ready.When(() => Volatile.Read(ref _shown) > 800);
        while (!stoppingToken.IsCancellationRequested)
        {
            for (var page = 0; page < 30; page++)
            {
                _ = new OrderView(this);
                _shown++;
            }

            Changed?.Invoke(_shown);
            await Task.Delay(10, stoppingToken);
        }
    }
}
