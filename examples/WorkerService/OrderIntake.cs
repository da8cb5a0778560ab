namespace WorkerService;

/// <summary>Makes an order every now and then, as a message bus would.</summary>
internal sealed class OrderIntake(OrderQueue queue) : BackgroundService
{
    private static readonly string[] s_articles = ["gouda", "cheddar", "stilton", "camembert"];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(250));
        for (var id = 1; await timer.WaitForNextTickAsync(stoppingToken); id++)
        {
            await queue.Writer.WriteAsync(new Order(id, s_articles[id % s_articles.Length], (id % 5) + 1), stoppingToken);
            OrderStatistics.Shared.CountReceived();
        }
    }
}
