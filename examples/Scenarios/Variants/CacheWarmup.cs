namespace Scenarios.Variants;

/// <summary>Blocks the start of the host: waits for an event without a time limit.</summary>
internal sealed class CacheWarmup : IHostedService
{
    private readonly ManualResetEventSlim _filled = new();

    public Task StartAsync(CancellationToken cancellationToken)
    {
        Ready.When(() => true);
        _filled.Wait(CancellationToken.None);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
