namespace Scenarios.Unseen;

/// <summary>Renews its cache inside a lock and waits there for asynchronous code that has no time limit.</summary>
internal sealed class ExchangeCache : BackgroundService
{
    private readonly object _lock = new();
    private readonly TaskCompletionSource<decimal> _bank = new();
    private decimal? _rate;
    private int _inside;

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var crew = new Crew().Start(26, "http", _ => Quote(100));
        Ready.When(() => Volatile.Read(ref _inside) == 26 && crew.AllWait);
        return Task.CompletedTask;
    }

    private decimal Quote(decimal amount)
    {
        Interlocked.Increment(ref _inside);
        lock (_lock)
        {
            _rate ??= Renew();
            return amount * _rate.Value;
        }
    }

    private decimal Renew() => AskBankAsync().GetAwaiter().GetResult();

    private async Task<decimal> AskBankAsync() => await _bank.Task;
}
