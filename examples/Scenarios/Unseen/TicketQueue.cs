namespace Scenarios.Unseen;

/// <summary>Waits in StartAsync for a signal that a service started after it would give.</summary>
internal sealed class TicketQueue : IHostedService
{
    private readonly AutoResetEvent _opened = new(false);

    public Task StartAsync(CancellationToken cancellationToken)
    {
        Ready.When(() => true);
        _opened.WaitOne();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
