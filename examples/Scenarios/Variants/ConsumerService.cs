namespace Scenarios.Variants;

/// <summary>Its StopAsync waits for a consumer thread that never ends.</summary>
internal sealed class ConsumerService(IHostApplicationLifetime lifetime) : IHostedService
{
    private readonly AutoResetEvent _message = new(false);
    private Thread? _consumer;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _consumer = new Thread(Consume) { IsBackground = true, Name = "consumer" };
        _consumer.Start();
        lifetime.ApplicationStarted.Register(lifetime.StopApplication);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        Ready.When(() => true);
        _consumer?.Join();
        return Task.CompletedTask;
    }

    private void Consume()
    {
        while (true)
        {
            _message.WaitOne();
        }
    }
}
