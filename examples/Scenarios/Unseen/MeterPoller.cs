namespace Scenarios.Unseen;

/// <summary>Polls for ever and does not look at the token.</summary>
internal sealed class MeterPoller(IHostApplicationLifetime lifetime) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        lifetime.ApplicationStarted.Register(() => new Thread(lifetime.StopApplication).Start());
        lifetime.ApplicationStopping.Register(() => Ready.When(() => stoppingToken.IsCancellationRequested));
        while (true)
        {
            await PollAsync();
        }
    }

    private static async Task PollAsync()
    {
        await Task.Delay(TimeSpan.FromSeconds(60), CancellationToken.None);
    }
}
