namespace Scenarios.Variants;

/// <summary>A time limit for each request by a CancellationTokenSource that nobody disposes.</summary>
internal sealed class RequestLimiter : BackgroundService
{
    private readonly List<CancellationTokenSource> _limits = [];

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var request = 0; request < 30_000; request++)
        {
            var limit = new CancellationTokenSource();
            limit.CancelAfter(TimeSpan.FromHours(1));
            _limits.Add(limit);
        }

        Ready.When(() => Timer.ActiveCount >= 30_000);
        return Task.CompletedTask;
    }
}
