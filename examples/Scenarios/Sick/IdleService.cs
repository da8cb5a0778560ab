namespace Scenarios.Sick;

/// <summary>Does nothing wrong by itself; used where the sickness is in the configuration.</summary>
internal sealed class IdleService(IHostApplicationLifetime lifetime) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Ready.When(() => lifetime.ApplicationStarted.IsCancellationRequested);
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
        }
    }
}
