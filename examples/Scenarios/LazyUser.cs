using Microsoft.Extensions.Options;

namespace Scenarios;

/// <summary>Reads its options at each use and logs that they are bad, as request handlers do.</summary>
internal sealed class LazyUser<TOptions>(IOptionsMonitor<TOptions> options, ILogger<TOptions> logger) : BackgroundService
{
    private int _failed;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Ready.When(() => Volatile.Read(ref _failed) > 2);
        while (!stoppingToken.IsCancellationRequested)
        {
            Use();
            await Task.Delay(TimeSpan.FromMilliseconds(200), stoppingToken);
        }
    }

    private void Use()
    {
        try
        {
            logger.LogInformation("Works with {Options}", options.CurrentValue);
        }
        catch (OptionsValidationException problem)
        {
            Interlocked.Increment(ref _failed);
            logger.LogError(problem, "Cannot work");
        }
    }
}
