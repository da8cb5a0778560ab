namespace Scenarios.Roots;

/// <summary>Runs its changes one at a time on a scheduler, and blocks there on a method that needs its turn too.</summary>
internal sealed class TariffTable : BackgroundService
{
    private readonly TaskFactory _changes = new(new ConcurrentExclusiveSchedulerPair().ExclusiveScheduler);
    private volatile bool _read;

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        _ = _changes.StartNew(ReplaceAll, stoppingToken);
        Ready.When(() => _read);
        return Task.Delay(Timeout.Infinite, stoppingToken);
    }

    private int ReplaceAll() => ReadTariffsAsync().GetAwaiter().GetResult();

    private async Task<int> ReadTariffsAsync()
    {
        await Task.Run(() => _read = true);
        return 7;
    }
}
