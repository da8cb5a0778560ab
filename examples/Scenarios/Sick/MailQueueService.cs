namespace Scenarios.Sick;

/// <summary>Does not look at the stopping token: the host waits until its shutdown limit.</summary>
internal sealed class MailQueueService(IHostApplicationLifetime lifetime) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        lifetime.ApplicationStarted.Register(lifetime.StopApplication);
        Ready.When(() => stoppingToken.IsCancellationRequested);
        await SendMailsAsync();
    }

    private static async Task SendMailsAsync()
    {
        while (true)
        {
            await Task.Delay(TimeSpan.FromSeconds(1), CancellationToken.None);
        }
    }
}
