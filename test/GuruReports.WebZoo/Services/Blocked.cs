namespace GuruReports.WebZoo.Services;

/// <summary>A background service that blocks its thread.</summary>
internal sealed class Blocked : BackgroundService
{
    private readonly ManualResetEventSlim _never = new();

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Census.Enter();
        _never.Wait(CancellationToken.None);
        return Task.CompletedTask;
    }
}
