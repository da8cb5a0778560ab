namespace Scenarios.Unseen;

/// <summary>Locks two accounts asynchronously, in the order in which the request names them.</summary>
internal sealed class TransferDesk : BackgroundService
{
    private readonly SemaphoreSlim _giro = new(1, 1);
    private readonly SemaphoreSlim _savings = new(1, 1);
    private int _asked;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Ready.When(() => Volatile.Read(ref _asked) == 62);
        var transfers = new List<Task> { MoveAsync(_giro, _savings), MoveAsync(_savings, _giro) };
        await Task.Delay(200, stoppingToken);
        for (var number = 0; number < 60; number++)
        {
            transfers.Add(number % 2 == 0 ? MoveAsync(_giro, _savings) : MoveAsync(_savings, _giro));
        }

        await Task.WhenAll(transfers);
    }

    private async Task MoveAsync(SemaphoreSlim from, SemaphoreSlim to)
    {
        Interlocked.Increment(ref _asked);
        await from.WaitAsync();
        try
        {
            await Task.Delay(50);
            await to.WaitAsync();
            to.Release();
        }
        finally
        {
            from.Release();
        }
    }
}
