namespace GuruReports.WebZoo.Services;

/// <summary>A background service that waits for its next turn.</summary>
internal sealed class Sweeper : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromHours(1));
        Census.Enter();
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
        }
    }
}
