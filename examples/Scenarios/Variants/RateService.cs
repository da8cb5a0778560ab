namespace Scenarios.Variants;

/// <summary>Its background work ended with a time-out of its own, which looks like a cancellation: nobody logs it.</summary>
internal sealed class RateService : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Ready.When(() => ExecuteTask is { IsCanceled: true });
        while (!stoppingToken.IsCancellationRequested)
        {
            await FetchRatesAsync();
        }
    }

    private static async Task FetchRatesAsync()
    {
        using var timeLimit = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        await Task.Delay(Timeout.Infinite, timeLimit.Token);
    }
}
