namespace SerilogService;

internal sealed class MailReceiver(Mailbox mailbox) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        for (var number = 1; await timer.WaitForNextTickAsync(stoppingToken); number++)
        {
            await mailbox.In.WriteAsync($"letter {number}", stoppingToken);
        }
    }
}
