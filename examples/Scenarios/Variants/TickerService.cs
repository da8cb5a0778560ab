namespace Scenarios.Variants;

/// <summary>Subscribers of a static event that never unsubscribe, close to the heap's limit.</summary>
internal sealed class TickerService : BackgroundService
{
    private static event Action<decimal>? Changed;

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var limit = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        var views = 0;
        while (GC.GetTotalMemory(forceFullCollection: false) < limit * 0.9)
        {
            var view = new PriceView(new char[60_000]);
            Changed += view.Show;
            views++;
        }

        GC.Collect();
        Changed?.Invoke(views);
        Ready.When(() => Changed is not null);
        return Task.CompletedTask;
    }

    private sealed class PriceView(char[] screen)
    {
        public void Show(decimal price) => screen[0] = (char)((int)price % 10 + '0');
    }
}
