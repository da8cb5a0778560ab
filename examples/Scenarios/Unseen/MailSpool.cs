using System.Collections.Concurrent;

namespace Scenarios.Unseen;

/// <summary>Wants an empty queue before it stops, but its sender was told to stop first.</summary>
internal sealed class MailSpool(IHostApplicationLifetime lifetime) : BackgroundService
{
    private readonly ConcurrentQueue<string> _mails = new();
    private volatile bool _draining;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await DrainAsync();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        _mails.Enqueue("mail 0");
        lifetime.ApplicationStarted.Register(() => new Thread(lifetime.StopApplication).Start());
        Ready.When(() => _draining);
        for (var number = 1; !stoppingToken.IsCancellationRequested; number++)
        {
            _mails.Enqueue($"mail {number}");
            await Task.Delay(TimeSpan.FromMilliseconds(100), stoppingToken);
        }
    }

    private async Task DrainAsync()
    {
        while (!_mails.IsEmpty)
        {
            _draining = true;
            await Task.Delay(TimeSpan.FromMilliseconds(250), CancellationToken.None);
        }
    }
}
