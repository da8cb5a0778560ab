namespace WorkerService;

/// <summary>Takes the orders from the queue and asks for their price.</summary>
internal sealed partial class OrderProcessor(OrderQueue queue, PriceClient prices, ILogger<OrderProcessor> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var order in queue.Reader.ReadAllAsync(stoppingToken))
        {
            await ProcessAsync(order, stoppingToken);
        }
    }

    private async Task ProcessAsync(Order order, CancellationToken cancellationToken)
    {
        if (await prices.GetPriceAsync(order.Article, cancellationToken) is { } price)
        {
            LogProcessed(order.Id, order.Pieces * price);
        }
        else
        {
            OrderStatistics.Shared.CountUnpriced();
        }

        OrderStatistics.Shared.CountProcessed();
    }

    [LoggerMessage(LogLevel.Debug, "Order {Id} costs {Price}")]
    private partial void LogProcessed(int id, decimal price);
}
